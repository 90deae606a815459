import type { ServiceFacts } from "../../rules/check.ts";
import { isoDay } from "../../rules/dates.ts";
import { monthOf, monthsOn } from "../../rules/months.ts";
import { typed } from "../../rules/read.ts";
import { Register, type RawPractitioner } from "../../rules/register.ts";
import type { Terms } from "../../rules/terms.ts";
import { clean } from "../../rules/text.ts";
import { hashesOf, personHash, PERSON_MARK } from "../hashing/hashing.ts";
import type { Dependencies } from "../dependencies.ts";
import type { HashKeys } from "../hashing/hash-keys.ts";
import type { RequestCell, RequestRow } from "../http/request-rows.ts";
import { feedbackCounts } from "./feedback-counts.ts";
import { headOf } from "./receipts.ts";
import type { LeadList } from "./lead-list.ts";
import { teamName } from "./sources.ts";

/** How somebody is named who leads by another team's list and is not on the register. */
const UNKNOWN_LEAD = "a lead not on the register";

export interface ElsewhereQuery {
  readonly rows: readonly RequestRow[];
  readonly terms: Terms;
  readonly practitioners: readonly RawPractitioner[];
  readonly keys: HashKeys;
  readonly asOf: string;
  /** The teams of whoever asks: theirs the rows are, where no row says. */
  readonly ownTeams: readonly string[];
}

const textIn = (cell: RequestCell | undefined): string => (typeof cell === "string" ? clean(cell) : "");

/** Not "yes" for certain is not enough: what cannot be read might say so. */
const mayBeJoined = ({ restricted }: RequestRow): boolean =>
  textIn(restricted) !== "yes" && typeof restricted !== "object";

/** How a ref is compared, however it was typed. */
const refKey = (ref: string): string => ref.toUpperCase();

/** Whether a row is of one of the caller's own teams; one that names no team is. */
function isOwn({ team }: RequestRow, { terms, ownTeams }: Pick<ElsewhereQuery, "terms" | "ownTeams">): boolean {
  if (typeof team === "object" && team !== null) return false;
  const text = textIn(team);
  return text === "" || ownTeams.includes(terms.team(text)?.team.id ?? "");
}

/** The ids of the teams that the rows are of. */
function teamsOn({ rows, terms, ownTeams }: Pick<ElsewhereQuery, "rows" | "terms" | "ownTeams">): ReadonlySet<string> {
  const named = rows.flatMap(({ team }) => terms.team(textIn(team))?.team.id ?? []);
  return new Set(named.length > 0 ? named : ownTeams);
}

type Facts = Required<Pick<ServiceFacts, "leads" | "cases">>;

export interface Elsewhere extends Facts {
  /** The refs that another team's list answered for, each once, as the rules compare them. */
  readonly answered: readonly string[];
}

/** Every child that any list of the council, the caller's own included, calls restricted. */
const restrictedOn = (lists: readonly LeadList[]): ReadonlySet<string> =>
  new Set(
    lists.flatMap(({ children }) =>
      [...children].flatMap(([child, { isRestricted }]) => (isRestricted ? [child] : [])),
    ),
  );

/** The refs that any row, closed ones too, calls restricted, or may. */
const restrictedRefs = (rows: readonly RequestRow[]): ReadonlySet<string> =>
  new Set(rows.flatMap((row) => (mayBeJoined(row) ? [] : [refKey(textIn(row.childRef))])));

/**
 * What the lists of other teams say about the rows of the caller's own teams: who leads their children, and how many
 * further cases their leads have. Named by the refs and leads as they were sent. A child that any list or row calls
 * restricted is left out on both sides.
 */
export function elsewhereOf(query: ElsewhereQuery, lists: readonly LeadList[]): Elsewhere {
  const { terms, practitioners, keys, asOf } = query;
  const here = teamsOn(query);
  const rows = query.rows.filter((row) => isOwn(row, query));
  const others = lists.filter(({ team }) => !here.has(team));
  const restricted = restrictedOn(lists);
  const restrictedHere = restrictedRefs(query.rows);
  const register = new Register({ practitioners }, terms, isoDay(asOf));
  const storedAs = (lead: string): Set<string> => {
    const [first, ...more] = register.matches(lead);
    const id = first && more.length === 0 && first.id !== "" ? [first.id] : [];
    return new Set([
      ...id,
      ...[...keys.byVersion.keys()].map((version) => personHash(first?.name ?? lead, keys, version)),
    ]);
  };
  const leads = new Map<string, Elsewhere["leads"][string]>();
  const onRows = new Set<string>();
  const answered = new Set<string>();
  const sentLeads = new Map<string, Set<string>>();
  for (const row of rows) {
    const sent = textIn(row.lead);
    if (sent !== "" && !sentLeads.has(sent)) sentLeads.set(sent, storedAs(sent));
  }
  const asSent = new Map(
    [...sentLeads].flatMap(([sent, stored]) => [...stored].map((one): [string, string] => [one, sent])),
  );
  for (const row of rows) {
    const ref = textIn(row.childRef);
    if (ref === "") continue;
    const hashes = hashesOf(ref, keys);
    for (const hash of hashes) onRows.add(hash);
    if (restrictedHere.has(refKey(ref)) || hashes.some((hash) => restricted.has(hash))) continue;
    for (const { team, asOf: listOf, children } of others) {
      const led = hashes.map((hash) => children.get(hash)).find((one) => one !== undefined);
      if (led?.lead === undefined) continue;
      // A closed row is told nothing, but a child that is found shows in how many cases its lead has besides.
      answered.add(refKey(ref));
      if (row.status === "CLOSED") continue;
      const before = leads.get(ref);
      if (before && before.listOf >= listOf) continue;
      const lead = led.lead.startsWith(PERSON_MARK) ? (asSent.get(led.lead) ?? UNKNOWN_LEAD) : led.lead;
      leads.set(ref, { lead, team: teamName(terms.policy, team), listOf });
    }
  }
  const cases = new Map<string, Set<string>>();
  for (const { children } of others) {
    for (const [child, { lead }] of children) {
      const sent = lead === undefined ? undefined : asSent.get(lead);
      if (sent === undefined || restricted.has(child) || onRows.has(child)) continue;
      cases.set(sent, (cases.get(sent) ?? new Set()).add(child));
    }
  }
  return {
    leads: Object.fromEntries(leads),
    cases: Object.fromEntries([...cases].map(([lead, children]) => [lead, children.size])),
    answered: [...answered],
  };
}

/** Whether the teams of the rows have sent what the month before a day owes. */
export async function returnsOf(
  deps: Dependencies,
  query: ElsewhereQuery,
): Promise<NonNullable<ServiceFacts["returns"]>> {
  const month = monthsOn(monthOf(isoDay(query.asOf)), -1);
  const { policy } = query.terms;
  const feedback = await feedbackCounts(deps, month, month);
  const teams = policy.trial.teams.filter(({ id }) => teamsOn(query).has(id));
  return Promise.all(
    teams.map(async ({ id, name }) => ({
      team: name,
      hasSnapshot: (await headOf(deps, id, month)) !== undefined,
      hasFeedback: feedback(id, month) > 0,
    })),
  );
}

/** The name of a lead by the register. */
export function leadName(practitioners: readonly RawPractitioner[], lead: string): string {
  const known = lead.startsWith(PERSON_MARK) ? undefined : practitioners.find(({ id }) => typed(id) === lead);
  return known === undefined ? UNKNOWN_LEAD : typed(known.name) || lead;
}
