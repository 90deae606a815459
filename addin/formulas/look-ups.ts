import { MONTH, monthOf } from "../../rules/months.ts";
import { typed, type Cell } from "../../rules/read.ts";
import type { CheckInputs } from "../checking/check-inputs.ts";
import { DisplayError, type Service } from "../service/service.ts";
import type { CellResult } from "./results.ts";
import { dayIn } from "./dates.ts";
import { ArgumentError } from "./arguments.ts";
import { spread } from "./spread.ts";

/** Longer than the service takes to give up by itself: a cell that nobody answers would stay at #BUSY! for ever. */
const PATIENCE = 60_000;

const AGAIN = "Recalculate the cell to ask again.";

/** What a question for the service comes to: an answer, or for its own cell the reason why there is none. */
async function settled(ask: () => Promise<CellResult>): Promise<CellResult> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<CellResult>((resolve) => {
    timer = setTimeout(() => {
      resolve(new DisplayError(`The council's service did not answer in time. ${AGAIN}`));
    }, PATIENCE);
  });
  try {
    return await Promise.race([ask(), tooLate]);
  } catch (fault) {
    return fault instanceof DisplayError || fault instanceof ArgumentError
      ? fault
      : new DisplayError(`The council's service could not be asked. ${AGAIN}`);
  } finally {
    clearTimeout(timer);
  }
}

/** Who leads for each child, by the teams' newest snapshots. */
export async function leads(childRefs: unknown, service: Pick<Service, "lead">): Promise<CellResult[][]> {
  const { cells, spill } = spread({ child_ref: childRefs });
  if (cells.every(({ child_ref }) => child_ref === undefined))
    throw new ArgumentError("Give a child ref, such as =LP.LEAD([@[Child ref]]).");
  const answer = ({ child_ref }: (typeof cells)[number]): Promise<CellResult> => {
    const ref = typed(child_ref);
    return ref === "" ? Promise.resolve("") : settled(() => service.lead(ref));
  };
  return spill(await Promise.all(cells.map(answer)));
}

/** The month of a cell, as 2024-11; undefined for a blank one. */
function monthIn(cell: Cell | undefined, date1904: boolean): string | undefined {
  const text = typed(cell);
  if (MONTH.test(text)) return text;
  if (text === "") return undefined;
  // Excel makes a date of "2024-11" when it is typed into a cell.
  const day = dayIn(cell, "month", date1904);
  const month = day === undefined ? "" : monthOf(day);
  if (MONTH.test(month)) return month;
  throw new ArgumentError("'month' is no month: give it as 2024-11, or as a date in it.");
}

export interface MeasureArguments {
  readonly measure: unknown;
  readonly month: unknown;
  readonly team: unknown;
}

/** Measures of sent snapshots; the service says which measures and teams there are. */
export async function measures(
  args: MeasureArguments,
  { date1904 }: CheckInputs,
  service: Pick<Service, "measure">,
): Promise<CellResult[][]> {
  const { cells, spill } = spread({ ...args });
  if (cells.every(({ measure, month }) => measure === undefined || month === undefined)) {
    throw new ArgumentError('Give a measure and a month, such as =LP.MEASURE("cases", "2024-11").');
  }
  const answer = ({ measure, month, team }: (typeof cells)[number]): Promise<CellResult> =>
    settled(async () => {
      const [id, on, where] = [typed(measure).toLowerCase(), monthIn(month, date1904), typed(team)];
      return id === "" || on === undefined ? "" : service.measure(id, on, where === "" ? undefined : where);
    });
  return spill(await Promise.all(cells.map(answer)));
}
