import { isPastWorkingDay, toIso, type Day } from "../../rules/dates.ts";
import type { WireRow } from "../../rules/wire.ts";
import type { Case } from "./case.ts";
import { workday } from "./seeded-months.ts";
import type { SeededTeam } from "./staff.ts";

const iso = (day: Day | undefined): string => (day === undefined ? "" : toIso(day));

/** The row of a case as the service takes it. */
export function wireRow({ name: team, people }: SeededTeam, one: Case): WireRow {
  const manager = people.find(({ kind }) => kind === "manager")?.id ?? "";
  const worker = people.find(({ kind, id }) => kind === "social-worker" && id !== one.lead?.id)?.id ?? "";
  const { lead, leadFrom, openedOn, meetingOn, concern } = one;
  const led = (value: string): string => (lead ? value : "");
  const isReview = meetingOn !== undefined && isPastWorkingDay(30, openedOn, meetingOn);
  const chair = one.isChairedByLead ? (lead?.id ?? "") : manager;
  const isShut = one.status === "CLOSED";
  return {
    childRef: one.ref,
    family: one.family,
    restricted: "no",
    team,
    status: one.status,
    statusFrom: iso(one.statusFrom),
    complexity: one.complexity,
    lead: lead?.id ?? "",
    leadRole: lead?.role ?? "",
    leadFrom: led(iso(leadFrom)),
    agreedOn: led(iso(leadFrom)),
    decidedBy: led(manager),
    agenciesAsked: "yes",
    confirmedOn: "",
    rationale: "yes",
    cover: led(worker),
    overseer: one.isOverseen ? led(manager) : "",
    lastSupervision: led(iso(one.supervisedOn)),
    supervisedBy: led(one.supervisedOn === undefined ? "" : manager),
    jointVisitAskedOn: "",
    jointVisitOn: iso(one.visitedOn),
    jointVisitWith: one.visitedOn === undefined ? "" : worker,
    initialMeetingOn: isReview ? "" : iso(meetingOn),
    initialMeetingChair: isReview || meetingOn === undefined ? "" : chair,
    reviewMeetingOn: isReview ? iso(meetingOn) : "",
    reviewMeetingChair: isReview ? chair : "",
    finalMeetingOn: isShut ? iso(one.statusFrom) : "",
    finalMeetingChair: isShut ? manager : "",
    agenciesInvited: meetingOn === undefined ? "" : 4,
    agenciesAttended: meetingOn === undefined ? "" : 3,
    reportsReceived: meetingOn === undefined ? "" : 1,
    wishesOn: iso(openedOn),
    advocateOfferedOn: iso(openedOn),
    advocate: "",
    assessmentOn: one.status === "ASSESS" ? "" : iso(workday(openedOn - 5)),
    sharingOn: iso(workday(openedOn - 5)),
    mostContact: lead?.kind === "early-help" ? "early help" : "social care",
    concernOn: iso(concern?.raisedOn),
    concernReviewedOn: iso(concern?.reviewedOn),
    concernReviewedBy: concern?.reviewedOn === undefined ? "" : manager,
  };
}
