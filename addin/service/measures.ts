import type { MeasureId } from "../../functions/snapshots/measure-ids.ts";
import { teamsIn, type Policy } from "../../rules/policy.ts";
import { termsOf } from "../../rules/terms.ts";
import { list } from "../../rules/text.ts";
import type { InputsStore } from "../checking/check-inputs.ts";
import { MONTH, monthName } from "../../rules/months.ts";
import { readMonths, type MeasureValue, type MonthOfTeam } from "../../client/responses.ts";
import { DisplayError } from "./service.ts";
import { type Account } from "../../client/responses.ts";
import { batch } from "./batch.ts";
import type { LookUpNeeds } from "./leads.ts";
import { allPages } from "../../client/all-pages.ts";

/** `each`: figures of several teams cannot be added up, since one person or rule may count in more than one. */
const MEASURES: Readonly<Record<MeasureId, "sum" | "each">> = {
  cases: "sum",
  accepted: "sum",
  "registrations-ending": "each",
  "led-by-others": "sum",
  "cin-led-by-others": "sum",
  "eh-led-by-others": "sum",
  clear: "sum",
  advice: "sum",
  check: "sum",
  action: "sum",
  "not-eligible": "sum",
  "oversight-in-place": "sum",
  "supervision-in-time": "sum",
  "meetings-chaired": "sum",
  "training-complete": "each",
  "concerns-in-time": "sum",
  unallocated: "sum",
  "step-ups": "sum",
  "lead-changes": "sum",
  "not-checked": "each",
  feedback: "sum",
};
const isMeasure = (id: string): id is MeasureId => Object.hasOwn(MEASURES, id);

/** Months that are asked for in one request; further ones cost a request of their own. */
const MOST_MONTHS = 12;
const PAGE = 2_000;

const nameOf = (policy: Policy, id: string): string =>
  teamsIn(policy).find((team) => team.id === id)?.name ?? "this team";

/** A count as it is; a share in whole per cent, as the service shows it. */
function numberIn({ count, of, percent }: MeasureValue, what: string): number {
  if (of === undefined) return count;
  if (percent !== undefined) return percent;
  throw new DisplayError(
    of === 0
      ? `${what} has no percentage: nothing was counted that it could be out of.`
      : `${what} is out of fewer than ten, so its percentage is shown to the team alone.`,
  );
}

/** The figure of several teams of one's own: their true counts added up, and the share worked out from the sums. One figure is left as it is. */
function together(figures: readonly MeasureValue[]): MeasureValue {
  const [only, ...more] = figures;
  if (only && more.length === 0) return only;
  const count = figures.reduce((sum, figure) => sum + figure.count, 0);
  if (figures.every(({ of }) => of === undefined)) return { count };
  const of = figures.reduce((sum, figure) => sum + (figure.of ?? 0), 0);
  return { count, of, ...(of > 0 ? { percent: Math.round((100 * count) / of) } : {}) };
}

export interface MeasureLookUpNeeds extends LookUpNeeds {
  readonly account: () => Account | undefined;
}

/** Measures of sent snapshots, a number each. */
export function measureLookUp({ ask, clock, store, failure, account }: MeasureLookUpNeeds) {
  const months = batch<readonly MonthOfTeam[]>({
    clock,
    most: MOST_MONTHS,
    failure,
    async send(keys) {
      const inOrder = [...keys].sort();
      const query = `from=${inOrder[0] ?? ""}&to=${inOrder.at(-1) ?? ""}`;
      const found = readMonths({ items: await allPages(ask, `/measures?${query}`, PAGE) });
      return new Map(keys.map((month) => [month, found.filter((one) => one.month === month)]));
    },
  });

  return {
    measure: async (id: string, month: string, team: string | undefined): Promise<number> => {
      if (!isMeasure(id))
        throw new DisplayError(`There is no such measure. Give one of ${list(Object.keys(MEASURES), "or")}.`);
      if (!MONTH.test(month)) throw new DisplayError("Give the month as 2024-11, or as a date in it.");
      const { policy } = store.inputs.peek();
      const named = team === undefined ? undefined : teamIn(store, team);
      const figures = await months.ask(month);
      const teams = named === undefined ? ownTeams(account(), id) : [named];
      const found = teams.map((one): MeasureValue => {
        const item = figures.find((figure) => figure.team === one);
        if (!item)
          throw new DisplayError(`No snapshot of ${nameOf(policy, one)} for ${monthName(month)} has been sent.`);
        const measured = item.measures[id];
        if (measured) return measured;
        if (measured === null)
          throw new DisplayError(
            `“${id}” is not recorded in the snapshot of ${nameOf(policy, one)} for ${monthName(month)}: the list or the register keeps nothing of it, or nobody could be told qualified.`,
          );
        throw new DisplayError(
          `The snapshot of ${nameOf(policy, one)} for ${monthName(month)} does not have this measure: it compares with the month before, which was not sent.`,
        );
      });
      return numberIn(together(found), `“${id}” for ${monthName(month)}`);
    },
    forget: months.forget,
  };
}

function teamIn(store: InputsStore, text: string): string {
  const { policy } = store.inputs.peek();
  const known = teamsIn(policy).find(({ id }) => id === text) ?? termsOf(policy).team(text)?.team;
  if (known) return known.id;
  throw new DisplayError(
    `The policy has no such team. Give one of ${list(
      teamsIn(policy).map(({ name }) => name),
      "or",
    )}.`,
  );
}

function ownTeams(account: Account | undefined, id: MeasureId): readonly string[] {
  const teams = account?.roles.includes("Manager") ? account.teams : [];
  if (teams.length === 0) throw new DisplayError("Give a team: you manage none yourself.");
  if (teams.length > 1 && MEASURES[id] === "each")
    throw new DisplayError(`Give a team: “${id}” cannot be added up over several.`);
  return teams;
}
