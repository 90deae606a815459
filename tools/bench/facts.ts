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
  readKind,
  readNumber,
  readStatus,
  readTeam,
  type Answer,
  type Kind,
  type Status,
  type TeamIs,
} from "./reading.ts";
import { leadOf, NOBODY, staffOf, standingOf, type Someone, type Standing } from "./staff.ts";

type PersonIs = "named" | "blank" | "lost";

/** One row as flat facts. Dates are days; 0 stands for a blank and -1 for a cell that cannot be used. */
export interface Facts {
  readonly status: Status;
  readonly leadIs: PersonIs;
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
  /** Overdue by more working days than the policy allows. */
  readonly partnerIsLate: boolean;
  readonly escalatedOn: Day;
}

const is = (someone: Someone): PersonIs => (someone.isLost ? "lost" : someone === NOBODY ? "blank" : "named");
const months = (day: Day, n: number): Day => (day === NONE || day === LOST ? day : edate(day, n));
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

function factsOf(cells: readonly Cell[], status: Status, staff: (cell: Cell) => Someone, asOf: Day): Facts {
  const lead = leadOf(staff(cells[AT.lead]), cells[AT.lead]);
  const leadKind = lead.isUnlisted ? readKind(cells[AT.leadRole]) : lead.kind;
  const overseer = staff(cells[AT.overseer]);
  const decider = staff(cells[AT.decidedBy]);
  const supervisor = staff(cells[AT.supervisedBy]);
  const leadFrom = readDay(cells[AT.leadFrom], asOf);
  const lastSupervision = readDay(cells[AT.lastSupervision], asOf);
  const supervisionCounts = lastSupervision > NONE && lastSupervision >= leadFrom;
  const assessmentOn = readDay(cells[AT.assessmentOn], asOf);
  const sharingOn = readDay(cells[AT.sharingOn], asOf);
  const partnerDue = readDay(cells[AT.partnerActionDue], Infinity);
  return {
    status,
    leadIs: is(lead),
    leadKind,
    leadStanding: standingOf(lead, leadKind, asOf),
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
    agreedOn: readDay(cells[AT.agreedOn], asOf),
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
    wishesOn: readDay(cells[AT.wishesOn], asOf),
    assessmentOn,
    assessmentTo: months(assessmentOn, kentTrial2024.validMonths.assessment),
    sharingOn,
    sharingTo: months(sharingOn, kentTrial2024.validMonths.sharing),
    partnerIsLate: partnerDue > NONE && isPastWorkingDay(kentTrial2024.escalationWorkingDays, partnerDue, asOf),
    escalatedOn: readDay(cells[AT.escalatedOn], asOf),
  };
}
