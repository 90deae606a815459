import { isoDay, toIso } from "../../../rules/dates.ts";
import type { Row } from "./service.ts";

/** Numbers that look random and are the same in every run. */
function dice(seed: number) {
  let state = seed;
  return (sides: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

/** A sheet as a busy team keeps it: 2,000 children, most columns filled, dates all over the last months. */
export function busyRows(count: number, from = 0): Row[] {
  const roll = dice(20_241_004 + from);
  const last = isoDay("2024-11-30");
  const day = (within: number): string => toIso(last - roll(within));
  const often = (chance: number, value: () => unknown): unknown => (roll(100) < chance ? value() : "");
  const worker = (): string => `W${100 + roll(120)}`;
  const manager = (): string => `M${100 + roll(15)}`;
  return Array.from({ length: count }, (_, index) => ({
    childRef: `L${String(1_000_000 + from + index)}`,
    family: `F${roll(1_400)}`,
    restricted: roll(200) === 0 ? "yes" : "",
    team: "Dover",
    status: ["EH", "ASSESS", "CIN", "CIN", "CIN", "CP", "CLA"][roll(7)],
    statusFrom: day(300),
    complexity: roll(3) + 1,
    lead: worker(),
    leadRole: "",
    leadFrom: day(200),
    agreedOn: often(60, () => day(200)),
    decidedBy: manager(),
    agenciesAsked: roll(2) ? "yes" : "no",
    confirmedOn: "",
    rationale: roll(3) ? "yes" : "",
    cover: often(50, worker),
    overseer: manager(),
    lastSupervision: often(85, () => day(45)),
    supervisedBy: often(85, manager),
    jointVisitAskedOn: often(10, () => day(90)),
    jointVisitOn: often(15, () => day(90)),
    jointVisitWith: often(15, worker),
    initialMeetingOn: often(70, () => day(200)),
    initialMeetingChair: often(70, manager),
    reviewMeetingOn: often(40, () => day(90)),
    reviewMeetingChair: often(40, manager),
    finalMeetingOn: often(5, () => day(30)),
    finalMeetingChair: often(5, manager),
    agenciesInvited: roll(6),
    agenciesAttended: roll(5),
    reportsReceived: roll(3),
    wishesOn: often(60, () => day(120)),
    advocateOfferedOn: often(40, () => day(120)),
    advocate: often(5, () => "named"),
    assessmentOn: often(80, () => day(400)),
    sharingOn: often(80, () => day(400)),
    mostContact: ["social care", "education", "health", "early help"][roll(4)],
    partnerActionDue: often(15, () => day(60)),
    escalatedOn: often(3, () => day(30)),
    concernOn: often(4, () => day(60)),
    concernReviewedOn: often(4, () => day(60)),
    concernReviewedBy: often(4, manager),
  }));
}

export const BUSY_REGISTER = [
  ...Array.from({ length: 120 }, (_, n) => ({
    id: `W${100 + n}`,
    name: `Worker Number${n}`,
    role: n % 2 ? "Social Work Assistant" : "Social Worker",
    registration: n % 2 ? "none" : "SW100100",
    registeredTo: "2025-11-30",
  })),
  ...Array.from({ length: 15 }, (_, n) => ({
    id: `M${100 + n}`,
    name: `Manager Number${n}`,
    role: "Practice Supervisor",
    registration: "SW100200",
    registeredTo: "2025-11-30",
  })),
];
