import { edate, isoDay, isPastWorkingDay, type Day } from "../../rules/dates.ts";
import { kentTrial2024 } from "../../rules/policies/index.ts";
import type { Cell } from "../../rules/read.ts";
import { HOW, WHO, type Verdicts } from "./breach-bits.ts";
import type { InventedSheet } from "./invented-sheet.ts";
import {
  AT,
  isBlankRow,
  isProtection,
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
  type Kind,
  type Status,
} from "./reading.ts";
import {
  isOtherLead,
  isUnqualified,
  NOBODY,
  staffOf,
  standingOf,
  type ReadPerson,
  type Someone,
  type Standing,
} from "./staff.ts";

/**
 * The subset as a programmer would write it for these eighteen rules and nothing else: one loop over the cells,
 * each read where it is needed, no findings, no words, no other policy than this one.
 */
export function byHand({ sheet, given: { asOf, register } }: InventedSheet): Verdicts {
  const { named, leading } = staffOf(register.practitioners);
  const verdicts = new Uint32Array(sheet.rows.length * 2);
  sheet.rows.forEach((cells, row) => {
    const status = readStatus(cells[AT.status]);
    if (status === "CLOSED" || isBlankRow(cells)) return;
    const lead = leading(cells[AT.lead]);
    const kind = lead.isUnlisted ? readRole(cells[AT.leadRole]).kind : lead.kind;
    const standing = standingOf(lead, kind, asOf);
    const isLed = lead.key !== "";
    const isOther = isLed && isOtherLead(standing, kind);
    let who = isLed ? mayLead(status, kind, standing, isOther) : lead.isLost ? 0 : nobodyLeads(status);
    let how = isPartner(kind) && lead.protectedTime === "no" ? HOW["LP-26/no-time"] : 0;
    if (isLed && (status === "CIN" || status === "ASSESS")) {
      const overseer = named(cells[AT.overseer]);
      if (isOther) {
        who |= inTrial(cells, asOf) | overseen(overseer, lead, asOf) | level(cells, lead);
        if (status === "ASSESS") who |= WHO["LP-07/assessment-by-other"];
        how |= decided(cells, named(cells[AT.decidedBy]), asOf) | supervised(cells, named, asOf);
      } else if (standing === "cannot-tell" && overseer === NOBODY) who |= WHO["LP-08/perhaps-not-overseen"];
    }
    verdicts[row * 2] = who;
    verdicts[row * 2 + 1] =
      how | ofTheChild(cells, status, isOther, asOf) | ofAgencies(cells, named(cells[AT.escalatedBy]), asOf);
  });
  return verdicts;
}

const isPartner = (kind: Kind): boolean => kind === "education" || kind === "health" || kind === "partner";

const isProtected = (status: Status): boolean => status !== "" && status !== "doubtful" && isProtection(status);

const nobodyLeads = (status: Status): number =>
  isProtected(status) ? WHO["LP-01/no-social-worker"] : WHO["LP-01/not-named"];

function mayLead(status: Status, kind: Kind, standing: Standing, isOther: boolean): number {
  if (standing === "qualified") return 0;
  if (status === "doubtful") return WHO["LP-03/cannot-tell"];
  if (isProtected(status)) {
    if (isOther) return WHO["LP-03/not-social-worker"];
    return standing === "ended" ? WHO["LP-03/registration-ended"] : WHO["LP-03/cannot-tell"];
  }
  if (status !== "EH" && status !== "ASSESS" && status !== "CIN") return 0;
  if (kind === "") return WHO["LP-04/role-unknown"];
  if (standing === "presumed") return 0;
  const isSocialWork = kind === "social-worker" || kind === "manager";
  if (standing === "cannot-tell" && (isSocialWork || kind === "either")) return WHO["LP-04/cannot-tell"];
  if (isSocialWork) return WHO["LP-04/not-registered"];
  return kind === "assistant" || status === "EH" ? 0 : WHO["LP-04/role-not-offered"];
}

const START = isoDay(kentTrial2024.trial.start);
const END = isoDay(kentTrial2024.trial.end);
const GRACE_END = END + kentTrial2024.trial.graceDays;
const WARN_FROM = END - kentTrial2024.trial.warnDays;

function inTrial(cells: readonly Cell[], asOf: Day): number {
  const team = readTeam(cells[AT.team]);
  const inOther = team === "other" ? WHO["LP-05/outside-trial"] : 0;
  return (
    (team === "unknown" ? WHO["LP-05/team-unknown"] : inOther) |
    allocated(readDay(cells[AT.leadFrom], asOf), readDay(cells[AT.confirmedOn], asOf), asOf)
  );
}

function allocated(leadFrom: Day, confirmedOn: Day, asOf: Day): number {
  if (leadFrom === LOST) return 0;
  if (asOf < START) return WHO["LP-06/before-trial"];
  if (leadFrom >= END) return WHO["LP-06/allocated-after-end"];
  if (asOf >= GRACE_END) return WHO["LP-06/trial-ended"];
  if (asOf >= END && confirmedOn < END) return confirmedOn === LOST ? 0 : WHO["LP-06/trial-ended-confirm"];
  if (leadFrom === NONE) return WHO["LP-06/no-date"];
  if (leadFrom < START && confirmedOn < START) return confirmedOn === LOST ? 0 : WHO["LP-06/allocated-before-start"];
  return asOf >= WARN_FROM && asOf < END ? WHO["LP-06/trial-ending"] : 0;
}

function overseen(overseer: Someone, lead: Someone, asOf: Day): number {
  if (overseer.isLost) return 0;
  if (overseer === NOBODY) return WHO["LP-08/not-named"];
  if (overseer.key === lead.key) return WHO["LP-08/own-overseer"];
  const standing = standingOf(overseer, overseer.kind, asOf);
  if (standing === "ended") return WHO["LP-08/lapsed"];
  if (standing === "not-qualified") return WHO["LP-08/not-qualified"];
  if (standing === "cannot-tell") return WHO["LP-08/cannot-tell"];
  return overseer.kind === "manager" ? 0 : WHO["LP-08/not-a-supervisor"];
}

function level(cells: readonly Cell[], lead: Someone): number {
  const complexity = readComplexity(cells[AT.complexity]);
  if (!lead.isListed || complexity === NONE || complexity === LOST || lead.level === LOST) return 0;
  if (lead.level === NONE) return WHO["LP-09/level-unknown"];
  return complexity > lead.level ? WHO["LP-09/too-complex"] : 0;
}

function decided(cells: readonly Cell[], by: Someone, asOf: Day): number {
  const leadFrom = readDay(cells[AT.leadFrom], asOf);
  if (by.isLost || leadFrom === LOST) return 0;
  const asked = readAnswer(cells[AT.agenciesAsked]);
  const notAsked = asked === "yes" || asked === "lost" ? 0 : HOW["LP-12/agencies-not-asked"];
  if (by === NOBODY) return HOW["LP-12/not-recorded"] | notAsked;
  const isOfOtherKind = by.kind !== "" && by.kind !== "manager";
  const isOther =
    by.isListed && (isOfOtherKind || isUnqualified(standingOf(by, by.kind, leadFrom === NONE ? asOf : leadFrom)));
  return isOther ? HOW["LP-12/decided-by-other"] | notAsked : notAsked;
}

function supervised(cells: readonly Cell[], named: ReadPerson, asOf: Day): number {
  const last = readDay(cells[AT.lastSupervision], asOf);
  const leadFrom = readDay(cells[AT.leadFrom], asOf);
  if (last === LOST || leadFrom === LOST) return 0;
  const counts = last !== NONE && last >= leadFrom;
  const from = counts ? last : leadFrom;
  const due = from === NONE ? -Infinity : edate(from, 1);
  const late = counts ? HOW["LP-13/overdue"] : HOW["LP-13/never"];
  const on = asOf > due ? late : asOf >= due - kentTrial2024.supervision.dueSoonDays ? HOW["LP-13/due-soon"] : 0;
  const by = named(cells[AT.supervisedBy]);
  if (!counts || by.isLost) return on;
  const standing = standingOf(by, by.kind, last);
  if (standing === "qualified") return on;
  return on | (isUnqualified(standing) ? HOW["LP-14/not-qualified"] : HOW["LP-14/cannot-tell"]);
}

function ofTheChild(cells: readonly Cell[], status: Status, isOther: boolean, asOf: Day): number {
  const isSupported = status === "EH" || status === "CIN";
  let how = 0;
  if (isOther && (isSupported || status === "ASSESS") && readDone(cells[AT.agreedOn], asOf) === NONE)
    how |= HOW["LP-11/not-agreed"];
  if (status === "CIN" && readWish(cells[AT.wishesOn], asOf) === NONE) how |= HOW["LP-19/not-recorded"];
  if (isSupported) {
    const assessment = readDone(cells[AT.assessmentOn], asOf);
    const sharing = readDone(cells[AT.sharingOn], asOf);
    if (assessment === NONE) how |= HOW["LP-21/none"];
    else if (assessment > NONE && edate(assessment, 12) < asOf) how |= HOW["LP-21/old"];
    if (sharing === NONE) how |= HOW["LP-22/none"];
    else if (sharing > NONE && edate(sharing, 12) < asOf) how |= HOW["LP-22/old"];
  }
  return how;
}

function ofAgencies(cells: readonly Cell[], by: Someone, asOf: Day): number {
  const invited = readNumber(cells[AT.agenciesInvited]);
  const attended = readNumber(cells[AT.agenciesAttended]);
  const reports = readNumber(cells[AT.reportsReceived]);
  const isCounted = invited !== LOST && attended !== LOST && reports !== LOST;
  const how = isCounted && invited - attended - reports > 0 ? HOW["LP-17/missing-agencies"] : 0;
  const due = readDay(cells[AT.partnerActionDue], Infinity);
  const escalatedOn = readDay(cells[AT.escalatedOn], asOf);
  if (due <= NONE || escalatedOn === LOST) return how;
  if (escalatedOn !== NONE)
    return by.kind === "" || by.kind === "manager" ? how : how | HOW["LP-27/escalated-by-other"];
  const isLate = isPastWorkingDay(kentTrial2024.escalationWorkingDays, due, asOf);
  return isLate ? how | HOW["LP-27/not-escalated"] : how;
}
