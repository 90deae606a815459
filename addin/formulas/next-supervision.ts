import { supervisionDue } from "../../rules/supervision.ts";
import { termsOf } from "../../rules/terms.ts";
import type { CheckInputs } from "../checking/check-inputs.ts";
import { forCell, type CellResult } from "./results.ts";
import { dayIn, serialOf } from "./dates.ts";
import { ArgumentError } from "./arguments.ts";
import { spread } from "./spread.ts";

/** When formal supervision is next due, as serial numbers: just as LP-13 counts it. */
export function nextSupervision(
  args: { readonly last_supervision: unknown; readonly allocated_on: unknown },
  { policy, date1904 }: CheckInputs,
): CellResult[][] {
  const terms = termsOf(policy);
  const { cells, spill } = spread(args);
  if (
    cells.every(({ last_supervision, allocated_on }) => last_supervision === undefined && allocated_on === undefined)
  ) {
    throw new ArgumentError(
      "Give the date of the last supervision, such as =LP.NEXTSUPERVISION([@[Last supervision]], [@[Allocated on]]).",
    );
  }
  const dueFor = ({ last_supervision, allocated_on }: (typeof cells)[number]): CellResult => {
    const dates = {
      lastSupervision: dayIn(last_supervision, "last_supervision", date1904),
      leadFrom: dayIn(allocated_on, "allocated_on", date1904),
    };
    const due = supervisionDue(dates, terms);
    if (due === undefined) return "";
    const serial = serialOf(due, date1904);
    return serial ?? new ArgumentError("The next supervision would lie past Excel's calendar: correct the year.");
  };
  return spill(cells.map((together) => forCell(() => dueFor(together))));
}
