import { isoDay, toIso, workingDays } from "../../rules/dates.ts";
import type { FieldId } from "../../rules/fields.ts";
import { roleOf, type StaffName } from "./staff.ts";

/** A row by field: dates as ISO dates, blanks left out. */
export type Case = Partial<Readonly<Record<FieldId, string | number>>>;

const MANAGERS = {
  Thanet: "Grace Cobnut",
  Dover: "Grace Cobnut",
  Gravesend: "Marcus Skylark",
  Sevenoaks: "Marcus Skylark",
  "Tonbridge and Malling": "Ruth Weald",
  "North Adolescent Services": "Marcus Skylark",
  Maidstone: "Ruth Weald",
  Ashford: "Ruth Weald",
} as const satisfies Record<string, StaffName>;

/** The teams of the sample, in the order of its rows. */
export const TEAMS = Object.keys(MANAGERS) as readonly (keyof typeof MANAGERS)[];

/** What every case says: who leads since when, and when supervision last took place. */
export interface Allocation {
  readonly ref: string;
  readonly family: string;
  readonly team: keyof typeof MANAGERS;
  readonly lead: StaffName;
  readonly from: string;
  readonly supervised: string;
}

/** A date some days from another, moved back to a working day: nobody meets a family on Christmas Day. */
function near(from: string, days: number): string {
  let day = isoDay(from) + days;
  while (workingDays(day - 1, day) === 0) day -= 1;
  return toIso(day);
}

function led({ ref, family, team, lead, from, supervised }: Allocation): Case {
  const manager = MANAGERS[team];
  return {
    childRef: ref,
    family,
    restricted: "No",
    team,
    complexity: 2,
    lead,
    leadRole: roleOf(lead),
    leadFrom: from,
    statusFrom: near(from, -9),
    agreedOn: near(from, -2),
    decidedBy: manager,
    agenciesAsked: "Yes",
    overseer: manager,
    lastSupervision: supervised,
    supervisedBy: manager,
    wishesOn: near(from, 4),
    advocateOfferedOn: near(from, 6),
    assessmentOn: near(from, -12),
    sharingOn: near(from, -33),
    mostContact: "Social care",
  };
}

/** Child in need, the initial meeting held in the second week and chaired by the overseer. */
export const inNeed = (given: Allocation, more: Case = {}): Case => ({
  ...led(given),
  status: "Child in need",
  initialMeetingOn: near(given.from, 11),
  initialMeetingChair: MANAGERS[given.team],
  agenciesInvited: 5,
  agenciesAttended: 4,
  reportsReceived: 1,
  ...more,
});

/** Child in need, led by someone who is not a social worker; somebody else covers. */
export const inNeedWithCover = (given: Allocation, cover: StaffName, more: Case = {}): Case =>
  inNeed(given, { complexity: 1, cover, agenciesInvited: 3, agenciesAttended: 3, reportsReceived: 0, ...more });

export const earlyHelp = (given: Allocation, cover: StaffName, more: Case = {}): Case => ({
  ...led(given),
  status: "Early help",
  complexity: 1,
  cover,
  mostContact: "Early help",
  ...more,
});

export const inAssessment = (given: Allocation, more: Case = {}): Case => ({
  ...led(given),
  status: "Open assessment",
  assessmentOn: "",
  ...more,
});

/** Section 47 enquiries, child protection plans and looked-after children. */
export const protectedChild = (
  given: Allocation,
  status: "Section 47 enquiry" | "Child protection" | "Looked after",
  more: Case = {},
): Case => ({ ...led(given), status, complexity: 3, ...more });
