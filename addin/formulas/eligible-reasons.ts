/** The rules that LP.ELIGIBLE applies. */
export const ELIGIBILITY_RULES: readonly string[] = ["LP-03", "LP-04", "LP-05", "LP-06", "LP-07", "LP-08"];

const nothingShown = "nothing shows the lead's registration";

/** Each of their findings in a few words, for one cell; advice is no reason against anyone. */
export const REASONS: Readonly<Record<string, string>> = {
  "LP-03/not-social-worker": "the lead is not a registered social worker",
  "LP-03/cannot-tell": nothingShown,
  "LP-04/not-registered": "the lead has no registration in force",
  "LP-04/role-not-offered": "the trial does not offer this to the lead's role",
  "LP-04/role-unknown": "the lead's role is not known",
  "LP-04/cannot-tell": nothingShown,
  "LP-05/outside-trial": "the team is not in the trial",
  "LP-05/team-unknown": "the team is blank or not known",
  "LP-05/no-column": "'team' is not given",
  "LP-06/before-trial": "the trial has not begun",
  "LP-06/allocated-after-end": "allocated after the trial's end",
  "LP-06/trial-ended": "the trial has ended",
  "LP-06/trial-ended-confirm": "the trial has ended; confirm or re-allocate",
  "LP-06/no-date": "'allocated_on' is blank",
  "LP-06/allocated-before-start": "allocated before the trial began",
  "LP-06/no-column": "'allocated_on' is not given",
  "LP-07/assessment-by-other": "a social worker carries out the assessment",
  "LP-08/not-named": "nobody is named to oversee",
  "LP-08/own-overseer": "the lead is named as overseer too",
  "LP-08/not-qualified": "the overseer is not social work qualified",
  "LP-08/lapsed": "the overseer's registration has ended",
  "LP-08/not-a-supervisor": "the overseer is no supervisor or manager",
  "LP-08/cannot-tell": "nothing shows the overseer's registration",
  "LP-08/no-column": "'overseer' is not given",
};
