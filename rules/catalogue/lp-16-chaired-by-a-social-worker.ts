import { showDay, workingDays, type Day } from "../dates.ts";
import { around, blank, broken, met, type Example } from "../example.ts";
import type { FieldId } from "../fields.ts";
import { isUnqualified, type Person } from "../people.ts";
import type { LedRow } from "../row.ts";
import { breach, rule, type RuleFinding } from "../rule.ts";
import { kent } from "../sources.ts";
import { meetingsOf, MEETINGS, type Meeting } from "./meetings.ts";

/** Meetings further ahead than this are not spoken of yet. */
const AHEAD = 5;

interface Chaired {
  readonly meeting: string;
  readonly on: Day;
  readonly chair: string;
  readonly isAhead: boolean;
}

const the = ({ meeting, on }: Chaired): string => `the ${meeting} meeting of ${showDay(on)}`;
const again = ({ isAhead, on }: Chaired): string =>
  isAhead
    ? `Find a qualified social worker to chair it before ${showDay(on)}: the overseer.`
    : "Have a qualified social worker go over what was decided this week, and chair the next meeting: the overseer.";

const noChair = breach<Chaired>("no-chair", {
  severity: "action",
  message: (m) => (m.isAhead ? `Nobody is named to chair ${the(m)}.` : `Nothing says who chaired ${the(m)}.`),
  nextStep: (m) => (m.isAhead ? again(m) : "Enter who chaired it this week: whoever keeps the sheet."),
});
const chairedByLead = breach<Chaired>("chaired-by-lead", {
  severity: "action",
  message: (m) => `${m.chair} leads this case and ${m.isAhead ? "is to chair" : "chaired"} ${the(m)}.`,
  nextStep: again,
});
const notQualified = breach<Chaired>("not-qualified", {
  severity: "action",
  message: (m) =>
    `${m.chair} ${m.isAhead ? "is to chair" : "chaired"} ${the(m)}, and the register does not show ${m.chair} as social work qualified on that day.`,
  nextStep: again,
});
const cannotTell = breach<Chaired>("cannot-tell", {
  severity: "check",
  message: (m) =>
    `Nothing shows whether ${m.chair}, who ${m.isAhead ? "is to chair" : "chaired"} ${the(m)}, is social work qualified.`,
  nextStep: (m) => `Enter ${m.chair}'s Social Work England registration in the register: whoever keeps it.`,
});

const breachOf = (chair: Person | undefined, lead: Person, on: Day) => {
  if (!chair) return noChair;
  if (chair.is(lead)) return chairedByLead;
  const standing = chair.standingOn(on);
  if (isUnqualified(standing)) return notQualified;
  return standing === "qualified" ? undefined : cannotTell;
};

export const chairedByASocialWorker = rule({
  id: "LP-16",
  title: "A qualified social worker chairs every formal child in need meeting",
  sources: [kent("formal meetings")],
  scope: "local",
  statuses: ["FH", "CIN"],
  lead: "other",
  starts: [],
  answers: [],
  pairs: MEETINGS.map(({ on, chair }): [FieldId, FieldId] => [on, chair]),
  reads: ["leadFrom"],
  breaches: [noChair, chairedByLead, notQualified, cannotTell],
  check(row, { asOf, has }) {
    const meetings = meetingsOf(row, (field) => has(field) && !row.isLost(field)).filter(
      ({ on }) => row.leadFrom === undefined || on >= row.leadFrom,
    );
    const wellChaired = Math.max(
      ...meetings.filter(({ on, chair }) => on <= asOf && !breachOf(chair, row.lead, on)).map(({ on }) => on),
    );
    return meetings.flatMap((meeting) => judge(meeting, row, asOf, wellChaired));
  },
});

/** `wellChaired`: the day of the last meeting that a qualified social worker has chaired. */
function judge({ name, on, chair, fields }: Meeting, { lead }: LedRow, asOf: Day, wellChaired: Day): RuleFinding[] {
  const isAhead = on > asOf;
  if (isAhead && (workingDays(asOf, on - 1) ?? AHEAD) >= AHEAD) return [];
  const found = breachOf(chair, lead, on)?.found(
    { meeting: name, on, chair: chair?.name ?? "", isAhead },
    on < wellChaired ? { fields, severity: "advice" } : { fields },
  );
  return found ? [found] : [];
}

const initial = (initialMeetingOn: string, initialMeetingChair: string) => ({ initialMeetingOn, initialMeetingChair });
const review = (reviewMeetingOn: string, reviewMeetingChair: string) => ({ reviewMeetingOn, reviewMeetingChair });

export const examples = (): readonly Example[] => [
  met("a registered practice supervisor chaired the initial meeting"),
  met("a senior social worker chaired it", { set: initial("2024-10-21", "Sal Senior") }),
  met("no meeting yet", { set: initial("", "") }),
  blank("no-chair", "nothing says who chaired", { set: initial("2024-10-21", "") }),
  broken("chaired-by-lead", "the lead chaired", { set: initial("2024-10-21", "Sam Assistant") }),
  broken("not-qualified", "an early help practitioner chaired a review", {
    set: review("2024-11-20", "Eli Earlyhelp"),
  }),
  broken("cannot-tell", "someone nobody knows chaired the final meeting", {
    set: { finalMeetingOn: "2024-11-20", finalMeetingChair: "Una Nowhere" },
  }),
  broken("no-chair not-qualified", "two meetings, each for itself", {
    set: { ...initial("2024-10-21", ""), ...review("2024-11-20", "Eli Earlyhelp") },
  }),
  ...around(
    "the chair's registration ends, as the day of the meeting",
    "2024-11-29",
    (day) => ({ set: review(day, "Lee Lapsed") }),
    ["", "", "not-qualified"],
  ),
  ...around(
    "the case is taken, as the day of the meeting",
    "2024-10-14",
    (day) => ({ set: initial(day, "Eli Earlyhelp") }),
    ["", "not-qualified", "not-qualified"],
  ),
  ...around("the fifth working day ahead", "2024-12-06", (day) => ({ asOf: "2024-11-29", set: review(day, "") }), [
    "no-chair",
    "no-chair",
    "",
  ]),
  ...around(
    "the check, as the day of the meeting",
    "2024-11-29",
    (day) => ({ asOf: "2024-11-29", set: review(day, "Eli Earlyhelp") }),
    ["not-qualified", "not-qualified", "not-qualified"],
  ),
  broken("chaired-by-lead", "the lead is to chair next week", {
    asOf: "2024-11-29",
    set: review("2024-12-03", "Sam Assistant"),
  }),
  broken("cannot-tell", "someone nobody knows is to chair next week", {
    asOf: "2024-11-29",
    set: review("2024-12-03", "Una Nowhere"),
  }),
  met("a meeting past the end of the bank-holiday list", {
    asOf: "2027-12-30",
    set: { ...review("2028-01-04", ""), ...initial("", ""), leadFrom: "2027-12-20" },
  }),
  broken("not-qualified", "an earlier chair, once a later meeting was chaired well: advice", {
    set: { ...initial("2024-10-21", "Eli Earlyhelp"), ...review("2024-11-20", "Pat Supervisor") },
  }),
  broken("not-qualified", "no date of allocation: every meeting counts", {
    set: { ...initial("2024-09-02", "Eli Earlyhelp"), leadFrom: "" },
  }),
  broken("no-chair", "the other meeting's date cannot be read", {
    set: { ...initial("2024-10-21", ""), ...review("soon", "") },
  }),
  met("a date of allocation that cannot be read", { set: { ...initial("2024-10-21", ""), leadFrom: "soon" } }),
  met("the sheet has no meetings", {
    set: initial("2024-10-21", ""),
    drop: ["initialMeetingOn", "reviewMeetingOn", "finalMeetingOn"],
  }),
  met("the sheet does not say who chaired the initial one", {
    set: initial("2024-10-21", ""),
    drop: ["initialMeetingChair"],
  }),
  broken("chaired-by-lead", "a family help case, where that is a status of its own", {
    set: { ...initial("2024-10-21", "Sam Assistant"), status: "FH" },
    policy: { familyHelp: "own-status" },
  }),
  met("an early help case", { set: { ...initial("2024-10-21", "Sam Assistant"), status: "EH" } }),
  met("a social worker whose registration has ended leads", {
    set: { ...initial("2024-10-21", ""), lead: "Lee Lapsed" },
  }),
  met("a social worker leads", { set: { ...initial("2024-10-21", ""), lead: "Kim Socialworker" } }),
];
