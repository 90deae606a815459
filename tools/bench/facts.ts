import { edate, isPastWorkingDay, type Day } from "../../rules/dates.ts";
import { kentTrial2024 } from "../../rules/policies/index.ts";
import type { Cell } from "../../rules/read.ts";
import type { InventedSheet } from "./invented-sheet.ts";
import {
  AT,
  isBlankRow,
  LOST,
  NONE,
  readAnswer,
  readComplexity,
  readDay,
  readDone,
  readNumber,
  readRole,
  readStatus,
  readTeam,
  readWish,
  type Answer,
  type Kind,
  type Status,
  type TeamIs,
} from "./reading.ts";
import { isOtherLead, NOBODY, staffOf, standingOf, type Someone, type Staff, type Standing } from "./staff.ts";

type PersonIs = "named" | "blank" | "lost";

/** One row as flat facts. Dates are days; 0 stands for a blank, less for a cell that holds no day. */
export interface Facts {
  readonly status: Status;
  /** `other`: named, and known to be no social worker. */
  readonly leadIs: PersonIs | "other";
  readonly leadKind: Kind;
  readonly leadStanding: Standing;
  readonly leadIsListed: boolean;
  readonly leadLevel: number;
  readonly protectedTime: Answer;
  readonly team: TeamIs;
  readonly leadFrom: Day;
  readonly confirmedOn: Day;
  readonly complexity: number;
  readonly overseerIs: PersonIs;
  readonly overseerIsLead: boolean;
  readonly overseerKind: Kind;
  readonly overseerStanding: Standing;
  readonly agreedOn: Day;
  readonly deciderIs: PersonIs;
  readonly deciderIsListed: boolean;
  readonly deciderKind: Kind;
  /** On the day of the allocation. */
  readonly deciderStanding: Standing;
  readonly agenciesAsked: Answer;
  readonly lastSupervision: Day;
  readonly supervisionCounts: boolean;
  readonly supervisionDue: Day;
  readonly supervisorIs: PersonIs;
  /** On the day of the supervision. */
  readonly supervisorStanding: Standing;
  /** Agencies that neither came nor sent a report. */
  readonly agenciesMissing: number;
  readonly wishesOn: Day;
  readonly assessmentOn: Day;
  readonly assessmentTo: Day;
  readonly sharingOn: Day;
  readonly sharingTo: Day;
  readonly partnerActionDue: Day;
  /** Overdue by more working days than the policy allows. */
  readonly partnerIsLate: boolean;
  readonly escalatedOn: Day;
  readonly escalatorKind: Kind;
}

const is = (someone: Someone): PersonIs => (someone.isLost ? "lost" : someone === NOBODY ? "blank" : "named");
const months = (day: Day, n: number): Day => (day <= NONE ? day : edate(day, n));
const missing = (invited: number, attended: number, reports: number): number =>
  invited === LOST || attended === LOST || reports === LOST ? 0 : invited - attended - reports;

/**
 * The hand-written prelude that every other engine needs, inside its time: it reads each cell, finds people in the
 * register and asks who was qualified on which day, and works out due dates and working days, which none of them can.
 * One literal gives all facts one hidden class. `take` gets the facts of every row that is neither blank nor closed.
 */
export function eachRowsFacts(
  { sheet, given: { asOf, register } }: InventedSheet,
  take: (facts: Facts, row: number) => void,
): void {
  const staff = staffOf(register.practitioners);
  sheet.rows.forEach((cells, row) => {
    const status = readStatus(cells[AT.status]);
    if (status !== "CLOSED" && !isBlankRow(cells)) take(factsOf(cells, status, staff, asOf), row);
  });
}

function factsOf(cells: readonly Cell[], status: Status, { named, leading }: Staff, asOf: Day): Facts {
  const lead = leading(cells[AT.lead]);
  const leadKind = lead.isUnlisted ? readRole(cells[AT.leadRole]).kind : lead.kind;
  const leadStanding = standingOf(lead, leadKind, asOf);
  const overseer = named(cells[AT.overseer]);
  const decider = named(cells[AT.decidedBy]);
  const supervisor = named(cells[AT.supervisedBy]);
  const leadFrom = readDay(cells[AT.leadFrom], asOf);
  const lastSupervision = readDay(cells[AT.lastSupervision], asOf);
  const supervisionCounts = lastSupervision > NONE && lastSupervision >= leadFrom;
  const assessmentOn = readDone(cells[AT.assessmentOn], asOf);
  const sharingOn = readDone(cells[AT.sharingOn], asOf);
  const partnerActionDue = readDay(cells[AT.partnerActionDue], Infinity);
  return {
    status,
    leadIs: lead.key !== "" && isOtherLead(leadStanding, leadKind) ? "other" : is(lead),
    leadKind,
    leadStanding,
    leadIsListed: lead.isListed,
    leadLevel: lead.level,
    protectedTime: lead.protectedTime,
    team: readTeam(cells[AT.team]),
    leadFrom,
    confirmedOn: readDay(cells[AT.confirmedOn], asOf),
    complexity: readComplexity(cells[AT.complexity]),
    overseerIs: is(overseer),
    overseerIsLead: overseer.key !== "" && overseer.key === lead.key,
    overseerKind: overseer.kind,
    overseerStanding: standingOf(overseer, overseer.kind, asOf),
    agreedOn: readDone(cells[AT.agreedOn], asOf),
    deciderIs: is(decider),
    deciderIsListed: decider.isListed,
    deciderKind: decider.kind,
    deciderStanding: standingOf(decider, decider.kind, leadFrom === NONE ? asOf : leadFrom),
    agenciesAsked: readAnswer(cells[AT.agenciesAsked]),
    lastSupervision,
    supervisionCounts,
    supervisionDue: months(supervisionCounts ? lastSupervision : leadFrom, 1),
    supervisorIs: is(supervisor),
    supervisorStanding: standingOf(supervisor, supervisor.kind, lastSupervision),
    agenciesMissing: missing(
      readNumber(cells[AT.agenciesInvited]),
      readNumber(cells[AT.agenciesAttended]),
      readNumber(cells[AT.reportsReceived]),
    ),
    wishesOn: readWish(cells[AT.wishesOn], asOf),
    assessmentOn,
    assessmentTo: months(assessmentOn, kentTrial2024.validMonths.assessment),
    sharingOn,
    sharingTo: months(sharingOn, kentTrial2024.validMonths.sharing),
    partnerActionDue,
    partnerIsLate:
      partnerActionDue > NONE && isPastWorkingDay(kentTrial2024.escalationWorkingDays, partnerActionDue, asOf),
    escalatedOn: readDay(cells[AT.escalatedOn], asOf),
    escalatorKind: named(cells[AT.escalatedBy]).kind,
  };
}
