import type { Day } from "../../rules/dates.ts";
import type { CheckInputs } from "../checking/check-inputs.ts";
import { checkDate } from "./dates.ts";
import type { Name } from "./eligible-case.ts";
import { judgeOn, type Judge } from "./eligible-judge.ts";
import { ArgumentError } from "./fault.ts";
import { spread } from "./spread.ts";

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
