/** What rows of the table `Policy` are called that are no single value. */
export const SETTING = {
  basedOn: "based on",
  onlyThese: "only these",
  team: "team",
  trialTeam: "trial team",
  teamId: "team id",
  role: "role",
  status: "status",
  course: "course",
  supervision: "supervision",
  overseen: "overseen",
  socialWorkerOnly: "social worker only",
  ruleOff: "rule off",
  ruleOn: "rule on",
  serviceManager: "service manager",
} as const;

export type ListSetting = keyof typeof SETTING;

/** The lists that a row `only these` names: without it, rows add to what the policy has that the table is based on. */
export const WHOLE_LISTS = ["teams", "roles", "courses"] as const;
export type WholeList = (typeof WHOLE_LISTS)[number];
