import { isoDay, toSerial } from "../../rules/dates.ts";
import type { Cells } from "../../rules/example.ts";
import type { FieldId } from "../../rules/fields.ts";
import type { Cell } from "../../rules/read.ts";
import { NEWLY_QUALIFIED, type Invented, type InventedPeople } from "./invented-people.ts";
import type { Random } from "./random.ts";

/** The check date of the invented sheets: in the trial's fourth month. */
export const INVENTED_DAY = isoDay("2025-01-31");

const TODAY = toSerial(INVENTED_DAY);
const TRIAL_START = toSerial(isoDay("2024-10-04"));
const LONG_AGO = toSerial(isoDay("2024-11-01"));

export type CellsOf = { -readonly [Id in FieldId]?: Cell };

const STATUS_WORDS: Readonly<Record<string, readonly string[]>> = {
  CIN: ["CIN", "Child in need", "c) Child in need plan"],
  CP: ["CP", "Child protection plan"],
  CLA: ["CLA", "LAC", "Child in care"],
  PP: ["PLO"],
  S47: ["S47"],
  ASSESS: ["ASSESS", "C&F"],
  EH: ["EH", "Early help", "Family help"],
  CL: ["Care leaver"],
  CLOSED: ["Closed"],
};
const PROTECTION = ["CP", "CLA", "PP", "S47"];
const FOR_WORKERS = ["CIN", "CIN", "CIN", "CP", "CP", "CLA", "PP", "ASSESS", "S47", "CL"];

/** A person as people write them: the full name mostly, else the staff number, "Surname, First" or with a note behind. */
export function written({ raw: { name, id } }: Invented, random: Random): string {
  const how = random.next();
  if (how < 0.95) return how < 0.8 ? name : id;
  return how < 0.98 ? name.split(" ").reverse().join(", ") : `${name} (part time)`;
}

function statusFor(lead: Invented, random: Random): string {
  if (random.chance(0.06)) return "CLOSED";
  if (lead.kind === "social-worker") return random.pick(FOR_WORKERS);
  return lead.kind === "assistant" ? "CIN" : "EH";
}

/** A row of a child who does not exist, led by this person, that breaks no rule about its own cells but what a manager has accepted. */
export function inventRow(
  index: number,
  family: string,
  lead: Invented,
  people: InventedPeople,
  random: Random,
): CellsOf {
  const manager =
    people.managers[Number(lead.raw.id.slice(2)) % people.managers.length] ?? random.pick(people.managers);
  const status = statusFor(lead, random);
  const isOther = lead.kind !== "social-worker";
  const leadFrom = isOther ? random.int(TRIAL_START, TODAY - 5) : random.int(TODAY - 700, TODAY - 5);
  const since = Math.max(leadFrom, TODAY - 20);
  const overseer = written(manager, random);
  const hasVisit = isOther && (leadFrom < LONG_AGO || random.chance(0.2));
  const hasMeeting = status === "CIN";
  const hasReview = hasMeeting && random.chance(0.5);
  const isFromNearest = random.chance(0.8);
  const picked = random.pick(people.workers);
  const colleague = written(picked === lead ? manager : picked, random);
  const sometimes = (share: number, value: Cell): Cell => (random.chance(share) ? value : "");
  const visited = hasVisit ? random.int(leadFrom, TODAY) : "";
  const isInvited = random.chance(0.3);
  const needsColleague = lead.role === NEWLY_QUALIFIED && PROTECTION.includes(status);
  const isAccepted = random.chance(0.03);
  const hasConcern = random.chance(0.05);
  const due = random.chance(0.1) ? random.int(TODAY - 60, TODAY + 30) : "";
  const isEscalated = typeof due === "number" && due < TODAY - 10;
  const concernOn = hasConcern ? random.int(TODAY - 90, TODAY) : "";
  return {
    childRef: `C${1_000_000 + index * 7}`,
    family,
    restricted: sometimes(0.02, "yes"),
    team: lead.team,
    status: random.pick(STATUS_WORDS[status] ?? [status]),
    statusFrom: leadFrom - random.int(0, 200),
    complexity: isOther ? random.int(1, lead.level) : random.pick([1, 2, 3, "High"]),
    lead: written(lead, random),
    coWorker: needsColleague ? colleague : sometimes(0.1, colleague),
    leadRole: sometimes(0.7, lead.role),
    leadFrom,
    agreedOn: random.chance(0.02) ? "yes" : leadFrom - random.int(0, 3),
    decidedBy: written(manager, random),
    agenciesAsked: "yes",
    confirmedOn: "",
    rationale: isFromNearest ? "" : "knows the family",
    cover: colleague,
    overseer,
    lastSupervision: random.int(since, TODAY),
    supervisedBy: overseer,
    jointVisitAskedOn: hasVisit && random.chance(0.4) && typeof visited === "number" ? visited - random.int(0, 9) : "",
    jointVisitOn: visited,
    jointVisitWith: hasVisit ? written(random.pick(people.workers), random) : "",
    initialMeetingOn: hasMeeting ? random.int(leadFrom, Math.min(leadFrom + 25, TODAY)) : "",
    initialMeetingChair: hasMeeting ? overseer : "",
    reviewMeetingOn: hasReview ? random.int(TODAY - 40, TODAY + 20) : "",
    reviewMeetingChair: hasReview ? overseer : "",
    finalMeetingOn: "",
    finalMeetingChair: "",
    agenciesInvited: isInvited ? 4 : "",
    agenciesAttended: isInvited ? 3 : "",
    reportsReceived: isInvited ? 1 : "",
    wishesOn: isAccepted ? "" : random.chance(0.05) ? "too young" : leadFrom - random.int(0, 5),
    advocateOfferedOn: leadFrom - random.int(0, 5),
    advocate: sometimes(0.1, "Vee Voice"),
    assessmentOn: random.int(TODAY - 330, TODAY - 10),
    sharingOn: random.int(TODAY - 330, TODAY - 10),
    mostContact: isFromNearest ? lead.service : "education",
    partnerActionDue: due,
    escalatedOn: isEscalated ? Math.min(due + 8, TODAY) : "",
    escalatedBy: isEscalated ? overseer : "",
    accepted: isAccepted ? "LP-19" : "",
    acceptedBy: isAccepted ? overseer : "",
    acceptedUntil: isAccepted ? random.int(TODAY + 5, TODAY + 80) : "",
    concernOn,
    concernReviewedOn: concernOn,
    concernReviewedBy: hasConcern ? overseer : "",
  } satisfies Cells;
}
