import type { Day } from "../../rules/dates.ts";
import type { StatusCode } from "../../rules/status.ts";
import type { Random } from "../bench/random.ts";
import { isLedByOther, type Case } from "./case.ts";
import { firstDay, lastDay } from "../../rules/months.ts";
import { TRIAL_FROM, workday } from "./seeded-months.ts";
import type { Person, SeededTeam } from "./staff.ts";
import { likelyIn } from "./trend.ts";

const ARRIVING: readonly StatusCode[] = ["EH", "EH", "ASSESS", "CIN", "CIN", "CIN", "CIN", "CP", "CLA"];
const CLOSES = 0.09;
const STEPS_UP = 0.05;
const CHANGES_LEAD = 0.05;
const WAITS = 0.05;
const HAS_CONCERN = 0.04;

/** A caseload that changes from month to month; the same random numbers give the same year. */
export interface Caseload {
  readonly team: SeededTeam;
  readonly random: Random;
  /** Gives the next ref of the council. */
  readonly nextRef: () => number;
}

function leadFor({ team, random }: Caseload, status: StatusCode, complexity: number, month: string): Person {
  const of = (kind: Person["kind"]): Person => random.pick(team.people.filter((person) => person.kind === kind));
  if (status === "EH") return of("early-help");
  const mayBeOther = status === "CIN" && complexity < 3 && month >= TRIAL_FROM;
  return of(mayBeOther && random.chance(likelyIn(month, team).handedToAssistant) ? "assistant" : "social-worker");
}

/** A case that is opened in a month. */
function opened(load: Caseload, month: string, on: Day): Case {
  const { random, nextRef } = load;
  const n = nextRef();
  const status = random.pick(ARRIVING);
  const complexity = status === "CP" || status === "CLA" ? 3 : random.int(1, 3);
  const lead = random.chance(WAITS) ? undefined : leadFor(load, status, complexity, month);
  return {
    ref: `YC-${200_000 + n}`,
    family: `YF-${5_000 + (n >> 1)}`,
    status,
    statusFrom: on,
    complexity: status === "EH" ? 1 : complexity,
    lead,
    leadFrom: on,
    isOverseen: true,
    openedOn: on,
    supervisedOn: undefined,
    visitedOn: undefined,
    meetingOn: undefined,
    isChairedByLead: false,
    concern: undefined,
  };
}

function movedOn(load: Caseload, one: Case, month: string): Case {
  const { random } = load;
  const on = workday(random.int(firstDay(month) + 3, lastDay(month)));
  const handTo = (next: Case): Case => ({
    ...next,
    lead: leadFor(load, next.status, next.complexity, month),
    leadFrom: on,
    visitedOn: undefined,
  });
  if (!one.lead) return handTo(one);
  if (random.chance(CLOSES)) return { ...one, status: "CLOSED", statusFrom: on };
  if (one.status === "S47")
    return random.chance(0.5) ? { ...one, status: "CP", statusFrom: on } : { ...one, status: "CIN", statusFrom: on };
  if (one.status === "ASSESS") return { ...one, status: "CIN", statusFrom: on };
  if (one.status === "CIN" && random.chance(STEPS_UP)) {
    const stepped: Case = { ...one, status: "S47", statusFrom: on, complexity: 3 };
    return isLedByOther(one) && random.chance(0.2) ? stepped : handTo(stepped);
  }
  const isHandedOver =
    one.status === "CIN" &&
    !isLedByOther(one) &&
    one.complexity < 3 &&
    random.chance(likelyIn(month, load.team).handedToAssistant / 4);
  return isHandedOver || random.chance(CHANGES_LEAD) ? handTo(one) : one;
}

/** What was done on a case in a month. */
function workedOn({ team, random }: Caseload, one: Case, month: string): Case {
  const likely = likelyIn(month, team);
  const last = lastDay(month);
  const between = (days: number): Day => Math.max(one.leadFrom, workday(random.int(last - days, last)));
  const isOther = isLedByOther(one);
  const isSupervised = random.chance(isOther ? likely.otherSupervised : 0.9);
  const isMet = one.status === "CIN" && (one.meetingOn === undefined || one.meetingOn < last - 80);
  const raisedOn = random.chance(HAS_CONCERN) ? between(20) : undefined;
  return {
    ...one,
    supervisedOn: isSupervised
      ? between(25)
      : one.supervisedOn !== undefined && one.supervisedOn >= one.leadFrom
        ? one.supervisedOn
        : undefined,
    isOverseen: !isOther || !random.chance(likely.notOverseen),
    visitedOn: isOther && random.chance(0.5) ? between(28) : one.visitedOn,
    ...(isMet ? { meetingOn: between(20), isChairedByLead: isOther && random.chance(likely.chairedByLead) } : {}),
    concern:
      raisedOn === undefined
        ? undefined
        : { raisedOn, reviewedOn: random.chance(likely.concernReviewed) ? raisedOn : undefined },
  };
}

/** A team's cases at the end of each month, those closed in it included. */
export function caseloads(load: Caseload, months: readonly string[]): ReadonlyMap<string, readonly Case[]> {
  const { random } = load;
  const found = new Map<string, readonly Case[]>();
  const [begins = ""] = months;
  let cases = Array.from({ length: random.int(110, 150) }, () =>
    opened(load, "2024-01", workday(firstDay(begins) - random.int(5, 300))),
  );
  for (const month of months) {
    const staying = cases.filter(({ status }) => status !== "CLOSED").map((one) => movedOn(load, one, month));
    const arrived = Array.from({ length: random.int(9, 15) }, () =>
      opened(load, month, workday(random.int(firstDay(month) + 3, lastDay(month) - 2))),
    );
    cases = [...staying, ...arrived].map((one) => workedOn(load, one, month));
    found.set(month, cases);
  }
  return found;
}
