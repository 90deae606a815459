import type { Policy } from "../policy.ts";
import { workingTogether } from "./working-together.ts";

/** Family help under guidance of 2023 and after, for any council of England: no trial, no teams of its own. */
export const england2026: Policy = {
  ...workingTogether,
  id: "england-2026",
  title: "England 2026",
  about:
    "Family help, which joins targeted early help and section 17 work, under guidance of 2023 and after. Working Together was replaced in March 2026, and no rule here claims to state the new edition's paragraphs on lead practitioners. Terms of Kent's trial (sign-off, chairs of meetings, a training schedule) are switched off; a council may switch them on.",
  effectiveFrom: "2026-03-01",
  overseen: ["FH", "CIN", "ASSESS"],
  otherTeams: [],
  courses: [],
  rulesOff: ["LP-10", "LP-16", "LP-18"],
};
