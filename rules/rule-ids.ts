/** Every rule of the catalogue, in its order. */
export const RULE_IDS = [
  "LP-01",
  "LP-02",
  "LP-03",
  "LP-04",
  "LP-05",
  "LP-06",
  "LP-07",
  "LP-08",
  "LP-09",
  "LP-10",
  "LP-11",
  "LP-12",
  "LP-13",
  "LP-14",
  "LP-15",
  "LP-16",
  "LP-17",
  "LP-18",
  "LP-19",
  "LP-20",
  "LP-21",
  "LP-22",
  "LP-23",
  "LP-24",
  "LP-25",
  "LP-26",
  "LP-27",
  "LP-28",
  "LP-29",
  "LP-30",
  "LP-31",
  "LP-32",
  "LP-33",
  "LP-34",
  "LP-35",
  "LP-36",
  "LP-37",
  "LP-38",
] as const;

export type RuleId = (typeof RULE_IDS)[number];

/** The rules about the data itself, which no policy can switch off. */
export const DATA_RULE_IDS: readonly RuleId[] = ["LP-31", "LP-32", "LP-33", "LP-34"];

export const isRuleId = (value: unknown): value is RuleId => RULE_IDS.some((id) => id === value);
