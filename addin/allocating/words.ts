import { quoted } from "../../rules/fields.ts";
import { keyOf, type Finding } from "../../rules/finding.ts";

/** Why somebody may not lead a case, whatever is entered or arranged. */
export const BARS: Readonly<Record<string, string>> = {
  "LP-03/not-social-worker": "only a registered social worker may lead this case",
  "LP-05/outside-trial": "only a registered social worker may lead in a team outside the trial",
  "LP-06/before-trial": "the trial that would allow it has not begun",
  "LP-06/allocated-after-end": "the trial that would allow it is over",
  "LP-06/trial-ended": "the trial that would allow it is over",
};

const REGISTERED = "the register shows a registration in force";

/** What must be so before somebody leads: each completes "may lead once". */
export const CONDITIONS: Readonly<Record<string, string>> = {
  "LP-03/registration-ended": REGISTERED,
  "LP-03/cannot-tell": REGISTERED,
  "LP-04/not-registered": REGISTERED,
  "LP-04/cannot-tell": REGISTERED,
  "LP-04/role-not-offered":
    "the Service Manager has decided that this role may lead here, which the trial does not offer",
  "LP-04/role-unknown": "the register gives a role that the policy knows",
  "LP-05/team-unknown": "the row names a team that the policy knows",
  "LP-06/trial-ended-confirm": "the allocation is confirmed after the trial's end",
  "LP-06/no-date": "the date of allocation is entered",
  "LP-06/allocated-before-start": "the allocation is confirmed under the trial",
  "LP-07/assessment-by-other": "a social worker carries out the assessment",
  "LP-08/not-named": "a social-work-qualified supervisor or manager is named to oversee the case",
  "LP-08/own-overseer": "somebody else is named to oversee the case",
  "LP-08/not-qualified": "someone social work qualified is named to oversee the case",
  "LP-08/lapsed": "someone whose registration is in force is named to oversee the case",
  "LP-08/not-a-supervisor": "a practice supervisor or manager is named to oversee the case",
  "LP-08/cannot-tell": "the register shows that the overseer is social work qualified",
  "LP-08/perhaps-not-overseen": "the register shows a registration in force, or somebody is named to oversee the case",
  "LP-09/too-complex": "they are signed off for a case of this complexity",
  "LP-09/level-unknown": "the register gives the level that they are signed off for",
  "LP-10/not-signed-off": "they are signed off as ready to lead",
  "LP-18/not-booked": "their training is booked",
  "LP-18/booking-passed": "their training is entered as completed, or booked anew",
  "LP-24/covers-self": "somebody else is named as cover",
  "LP-24/lead-absent": "they are back, or a cover is named",
  "LP-24/no-cover-timetabled": "a cover is named, since they work to a timetable",
  "LP-25/over-limit":
    "another case of theirs is re-allocated, or it is agreed in writing that their limit may be passed",
  "LP-36/alone": "an experienced social worker is named as co-worker, since they are newly qualified",
};

/** What to know of somebody who may lead. */
export const NOTES: Readonly<Record<string, string>> = {
  "LP-06/trial-ending": "the trial that allows it is about to end",
  "LP-10/signed-off-late": "they were signed off as ready only afterwards",
  "LP-10/sign-off-old": "their sign-off is old and wants a review",
  "LP-18/booked": "their training is booked and still to come",
  "LP-25/at-limit": "this would bring them to their limit",
  "LP-26/no-time": "they have no time set aside for leading",
};

/** What a finding comes to for somebody who does not lead yet: a reason against it, a condition, or a note. */
export type FindingMeaning = { readonly is: "bars" | "conditional" | "note"; readonly words: string };

export function meaningOf(finding: Finding): FindingMeaning {
  const key = keyOf(finding);
  const bars = BARS[key];
  if (bars !== undefined) return { is: "bars", words: bars };
  if (finding.severity === "advice") return { is: "note", words: NOTES[key] ?? finding.message };
  if (finding.breach === "no-column")
    return { is: "conditional", words: `the sheet has the column ${quoted(finding.fields).join(" and ")}` };
  return { is: "conditional", words: CONDITIONS[key] ?? finding.nextStep };
}
