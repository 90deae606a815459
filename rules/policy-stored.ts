import { patternProblem } from "./pattern/index.ts";
import type { StatusCode } from "./status.ts";

/** What a policy stored before a setting existed is read with. */
const LATER_SETTINGS = {
  about: "",
  familyHelp: "own-status",
  statuses: [],
  unallocatedDays: 14,
  registrationGraceDays: 14,
  registrationWarnDays: 90,
  snapshotDueDays: 5,
  acceptMonths: 3,
  caseWeights: {},
  outOfHours: "the council's emergency duty team",
};

/** Family help holds section 17 work wherever it is not early help by another name, so it is overseen unless a policy says otherwise. */
function overseenIn({ overseen, overseeEarlyHelp, familyHelp }: Readonly<Record<string, unknown>>): unknown {
  const early: StatusCode[] = overseeEarlyHelp === true ? ["EH"] : [];
  if (Array.isArray(overseen)) return [...new Set<unknown>([...early, ...(overseen as unknown[])])];
  const family: StatusCode[] = familyHelp === "early-help" ? [] : ["FH"];
  return overseen ?? [...early, ...family, "ASSESS", "CIN"];
}

/** What refs must look like where a stored pattern is none that is taken any more: without blanks, with a digit. */
const CHILD_REF_PATTERN = "^(?=\\S*\\d)\\S{1,24}$";

const patternIn = (pattern: unknown): unknown =>
  typeof pattern === "string" && patternProblem(pattern) !== undefined ? CHILD_REF_PATTERN : pattern;

/**
 * A policy as it was stored, by whatever version of the product, with every setting of today: still to be checked
 * (`policyProblems`). Anything but a set of named values comes back as it is.
 */
export function policyFromStored(stored: unknown): unknown {
  if (typeof stored !== "object" || stored === null || Array.isArray(stored)) return stored;
  const { overseeEarlyHelp, ...kept } = stored as Readonly<Record<string, unknown>>;
  const settings = { ...LATER_SETTINGS, ...kept };
  return {
    ...settings,
    childRefPattern: patternIn(settings["childRefPattern" as keyof typeof settings]),
    overseen: overseenIn({ ...settings, overseeEarlyHelp }),
  };
}
