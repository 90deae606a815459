import type { Day } from "../../rules/dates.ts";
import type { Basis } from "../checking/basis.ts";
import { checkDate } from "./dates.ts";
import type { Name } from "./eligible-case.ts";
import { judgeOn, type Judge } from "./eligible-judge.ts";
import { Unusable } from "./fault.ts";
import { spread } from "./spread.ts";

export type EligibleArguments = Readonly<Record<Name | "as_of", unknown>>;

/** More check dates than any sheet has; beyond them the judges are made anew. */
const MOST_DAYS = 50;

/** LP.ELIGIBLE for cells or whole columns; what has been worked out is kept for as long as policy, register and day stay the same. */
export function eligibility() {
  const judges = new WeakMap<Basis, Map<Day, Judge>>();

  function judgeFor(asOf: Day, basis: Basis): Judge {
    const byDay = judges.get(basis) ?? new Map<Day, Judge>();
    if (byDay.size >= MOST_DAYS) byDay.clear();
    const judge = byDay.get(asOf) ?? judgeOn(asOf, basis);
    judges.set(basis, byDay.set(asOf, judge));
    return judge;
  }

  return ({ as_of, ...args }: EligibleArguments, basis: Basis): string[][] => {
    const { cells, spill } = spread(args);
    if (cells.every(({ status, lead }) => status === undefined && lead === undefined)) {
      throw new Unusable(
        "Give the case status and the lead, such as =LP.ELIGIBLE([@[Case status]], [@[Lead professional]]).",
      );
    }
    return spill(judgeFor(checkDate(as_of, basis), basis)(cells));
  };
}
