const TWO_DIGITS = Array.from({ length: 34 }, (_, index) => String(index + 1).padStart(2, "0"));

export type RuleId = `LP-${string}`;

/** Every rule of the catalogue, in its order. */
export const RULE_IDS: readonly RuleId[] = TWO_DIGITS.map((number): RuleId => `LP-${number}`);

/** The rules about the data itself, which no policy can switch off. */
export const DATA_RULE_IDS: readonly RuleId[] = RULE_IDS.slice(30);

export const isRuleId = (value: unknown): value is RuleId => RULE_IDS.some((id) => id === value);
