import { CATALOGUE } from "../../rules/catalogue/index.ts";
import { check } from "../../rules/check.ts";
import type { Day } from "../../rules/dates.ts";
import type { FieldId } from "../../rules/fields.ts";
import { keyOf, severityRank, SHOWN_AS, type Finding } from "../../rules/finding.ts";
import type { Policy, RoleKind } from "../../rules/policy.ts";
import { Problem, typed, type Cell } from "../../rules/read.ts";
import type { RegisterSource } from "../../rules/register.ts";
import { SheetReader } from "../../rules/sheet-reader.ts";
import type { CheckInputs } from "../checking/check-inputs.ts";
import { ArgumentError, isEmpty } from "./arguments.ts";
import { checkDate } from "./dates.ts";
import { spread, type ArgumentRow } from "./spread.ts";

/** The rules that LP.ELIGIBLE applies. */
export const ELIGIBILITY_RULES: readonly string[] = ["LP-03", "LP-04", "LP-05", "LP-06", "LP-07", "LP-08"];

const nothingShown = "nothing shows the lead's registration";

/** Each of their findings in a few words, for one cell; advice is no reason against anyone. */
export const REASONS: Readonly<Record<string, string>> = {
  "LP-03/not-social-worker": "no registration of the lead is shown",
  "LP-03/registration-ended": "the lead's registration is shown as ended",
  "LP-03/cannot-tell": nothingShown,
  "LP-04/not-registered": "no registration in force is shown for the lead",
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
  "LP-08/not-qualified": "no registration of the overseer is shown",
  "LP-08/lapsed": "the overseer's registration is shown as ended",
  "LP-08/not-a-supervisor": "the overseer is no supervisor or manager",
  "LP-08/cannot-tell": "nothing shows the overseer's registration",
  "LP-08/perhaps-not-overseen": "the lead may need an overseer; nobody is named",
  "LP-08/no-column": "'overseer' is not given",
};

/** The arguments of LP.ELIGIBLE that describe a case, in their order. */
const NAMES = ["status", "lead", "team", "allocated_on", "overseer"] as const;
type Name = (typeof NAMES)[number];
type Case = ArgumentRow<Name>;

const FIELDS = {
  status: "status",
  lead: "lead",
  team: "team",
  allocated_on: "leadFrom",
  overseer: "overseer",
} as const satisfies Record<Name, FieldId>;

const PROBLEMS: Readonly<Record<Problem["why"], string>> = {
  unreadable: "is no date",
  future: "lies after the check date",
  "before-1990": "lies before 1990",
  "not-calculated": "is a formula that has not been calculated",
  "unknown-status": "is no case status",
  "unreadable-value": "cannot be read",
};

/** Arguments about which the rules are silent when they cannot be used, so that it has to be said here. */
const READ: readonly Name[] = ["status", "lead", "allocated_on", "overseer"];

const isBlankCase = (one: Case): boolean => NAMES.every((name) => isEmpty(one[name]));

/** What tells a case from every other of the same formula. */
const keyOfCase = (one: Case): string =>
  NAMES.map((name) => (typeof one[name] === "object" ? "?" : `${typeof one[name]} ${String(one[name])}`)).join("\n");

/** What keeps anybody from telling whether a case is eligible; undefined where everything needed is there. `read` gives what an argument says. */
function unsure(one: Case, read: (name: Name) => unknown): string | undefined {
  for (const name of ["status", "lead"] as const) if (one[name] === undefined) return `'${name}' is not given`;
  for (const name of READ) {
    const fact = read(name);
    if (fact instanceof Problem) return `'${name}' ${PROBLEMS[fact.why]}`;
    if (fact === undefined && name === "status") return "the case status is blank";
    if (fact === undefined && name === "lead") return "nobody is named as lead";
  }
  return undefined;
}

/** A case as LP.ELIGIBLE shows it. `findings` are worst first; `reason` is why nobody can tell. */
function inWords(findings: readonly Finding[], reason: string | undefined): string {
  const worst = findings.find(({ severity }) => severity !== "advice");
  const isGraver = worst !== undefined && severityRank(worst.severity) > severityRank("check");
  if (reason !== undefined && !isGraver) return `${SHOWN_AS.check}: ${reason}`;
  return worst ? `${SHOWN_AS[worst.severity]}: ${REASONS[keyOf(worst)] ?? keyOf(worst)}` : "Eligible";
}

/** Kinds of role that nobody needs a registration for: whoever is known by such a role alone is not social work qualified. */
const isOtherKind = (kind: RoleKind): boolean => kind !== "social-worker" && kind !== "manager" && kind !== "either";

const anyoneIn = (role: string): string => `anyone in the role ${role}`;

/** The register, and beside its people one entry for each role by which an overseer may be given instead of a name. */
function withRoles(register: RegisterSource | undefined, { roles }: Policy): RegisterSource {
  const entries = roles
    .filter(({ kind }) => isOtherKind(kind))
    .map(({ name }) => ({ name: anyoneIn(name), role: name, registration: "none" }));
  return { ...register, practitioners: [...(register?.practitioners ?? []), ...entries] };
}

/** Lead and overseer as the rules take them. */
interface NamedPeople {
  readonly lead: Cell;
  readonly leadRole: Cell;
  readonly overseer: Cell;
}

/** Reads lead and overseer where each may be a name, a staff number or a role. A name on the register counts before a role. */
function peopleOrRoles(
  given: RegisterSource | undefined,
  { policy, asOf, date1904 }: { readonly policy: Policy; readonly asOf: Day; readonly date1904: boolean },
) {
  const register = withRoles(given, policy);
  // A formula's arguments stand on no sheet.
  const reader = new SheetReader({ columns: new Map(), rows: [], date1904 }, { asOf, policy, register });
  const { people, terms } = reader;
  const roleIn = (cell: Cell) => {
    const text = typed(cell);
    return text === "" || people.named(text).isOnRegister ? undefined : terms.role(text);
  };
  return {
    register,
    readers: reader.readers,
    read: (lead: Cell, overseer: Cell): NamedPeople => {
      const [leadIn, overseenBy] = [roleIn(lead), roleIn(overseer)];
      return {
        lead,
        leadRole: leadIn?.name ?? "",
        // A manager, a social worker or somebody in a post open to both who is not named stays someone nobody knows: their registration cannot be told.
        overseer: overseenBy && isOtherKind(overseenBy.kind) ? anyoneIn(overseenBy.name) : overseer,
      };
    },
  };
}

const RULES = CATALOGUE.filter(({ id }) => ELIGIBILITY_RULES.includes(id));
const COLUMNS: readonly FieldId[] = [...NAMES.map((name) => FIELDS[name]), "leadRole"];
const MOST_KEPT = 50_000;

/** Whether the leads of cases may lead them, as LP.ELIGIBLE shows it; "" for a blank case. */
type Judge = (cases: readonly Case[]) => string[];

/** Judges by one policy and register on one day. The same case, which formulas ask about again and again, is worked out once. */
function judgeOn(asOf: Day, { policy, date1904, register: given }: CheckInputs): Judge {
  const { register, readers, read } = peopleOrRoles(given, { policy, asOf, date1904 });
  const judged = new Map<string, string>();

  const judgeFresh = (cases: readonly Case[]): string[] => {
    // A formula leaves an argument out for all of its cases.
    const isLeftOut = new Set<FieldId>(
      NAMES.filter((name) => cases[0]?.[name] === undefined).map((name) => FIELDS[name]),
    );
    const columns = new Map(
      COLUMNS.map((field, column): [FieldId, number] => [field, column]).filter(([field]) => !isLeftOut.has(field)),
    );
    const rows = cases.map((one): Cell[] => {
      const { lead, leadRole, overseer } = read(one.lead, one.overseer);
      return [one.status, lead, one.team, one.allocated_on, overseer, leadRole];
    });
    const checked = check({ columns, rows, date1904 }, { asOf, policy, register, rules: RULES });
    return cases.map((one, at) =>
      inWords(
        checked.rows[at]?.findings ?? [],
        unsure(one, (name) => readers[FIELDS[name]](one[name])),
      ),
    );
  };

  return (cases) => {
    if (judged.size > MOST_KEPT) judged.clear();
    const keys = cases.map((one) => (isBlankCase(one) ? "" : keyOfCase(one)));
    const fresh = new Map<string, Case>();
    cases.forEach((one, at) => {
      const key = keys[at] ?? "";
      if (key !== "" && !judged.has(key)) fresh.set(key, one);
    });
    const results = fresh.size > 0 ? judgeFresh([...fresh.values()]) : [];
    [...fresh.keys()].forEach((key, at) => judged.set(key, results[at] ?? ""));
    return keys.map((key) => judged.get(key) ?? "");
  };
}

export type EligibleArguments = Readonly<Record<Name | "as_of", unknown>>;

/** More check dates than any sheet has; beyond them the judges are made anew. */
const MOST_DAYS = 50;

/** LP.ELIGIBLE for cells or whole columns; what has been worked out is kept for as long as policy, register and day stay the same. */
export function eligibility() {
  const judges = new WeakMap<CheckInputs, Map<Day, Judge>>();

  function judgeFor(asOf: Day, inputs: CheckInputs): Judge {
    const byDay = judges.get(inputs) ?? new Map<Day, Judge>();
    if (byDay.size >= MOST_DAYS) byDay.clear();
    const judge = byDay.get(asOf) ?? judgeOn(asOf, inputs);
    judges.set(inputs, byDay.set(asOf, judge));
    return judge;
  }

  return ({ as_of, ...args }: EligibleArguments, inputs: CheckInputs): string[][] => {
    const { cells, spill } = spread(args);
    if (cells.every(({ status, lead }) => status === undefined && lead === undefined)) {
      throw new ArgumentError(
        "Give the case status and the lead, such as =LP.ELIGIBLE([@[Case status]], [@[Lead professional]]).",
      );
    }
    return spill(judgeFor(checkDate(as_of, inputs), inputs)(cells));
  };
}
