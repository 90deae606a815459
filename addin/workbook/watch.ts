import type { Cell } from "../../rules/read.ts";
import type { Change } from "./workbook.ts";
import { parseAreas, rangeOf } from "./areas.ts";
import { addTo, fewReads, noBurst, type ReadRequest } from "./burst.ts";
import { background, supports, type Context, type Times } from "./excel.ts";
import { effectOf, holdHeader, type WorkbookMap } from "./workbook-map.ts";
import { recalculatedOn } from "./recalculated.ts";
import type { OwnWrites } from "./own-writes.ts";
import { isBeingTyped, problemOf } from "./problems.ts";

export interface WatchNeeds {
  readonly own: OwnWrites;
  readonly times: Times;
  /** What the last reading found; undefined before the first. */
  readonly known: () => WorkbookMap | undefined;
}

/** Reads cells back, all in one round trip. */
const readBack = (reads: readonly ReadRequest[]): Promise<Cell[][][]> =>
  Excel.run(async (context) => {
    const ranges = reads.map(({ sheetId, area }) =>
      rangeOf(context.workbook.worksheets.getItem(sheetId), area).load("values"),
    );
    await context.sync();
    return ranges.map(({ values }) => values as Cell[][]);
  });

/** Gathers what happens for a moment, then reads what was edited and reports it. */
function reporter(report: (change: Change) => void, { known, times }: Pick<WatchNeeds, "known" | "times">) {
  let burst = noBurst();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isStopped = false;
  // One burst after the other, so that an older reading is never reported after a newer one.
  let turn: Promise<void> = Promise.resolve();
  const soon = (after: number): void => {
    timer ??= setTimeout(() => {
      timer = undefined;
      turn = turn.then(flush);
    }, after);
  };
  const tell = (change: Change): void => {
    if (!isStopped) report(change);
  };

  async function tellOfCells(wanted: readonly ReadRequest[]): Promise<void> {
    const reads = fewReads(wanted);
    if (!reads) {
      tell({ kind: "structure" });
      return;
    }
    const found = await readBack(reads);
    const before = known();
    const isAnew = reads.some(
      ({ kind }, index) => kind === "perhaps-headers" && (!before || holdHeader(before, found[index] ?? [])),
    );
    if (isAnew) {
      tell({ kind: "structure" });
      return;
    }
    reads.forEach(({ sheetId, area: { top, left }, kind }, index) => {
      if (kind === "rows") tell({ kind: "cells", sheetId, top, left, cells: found[index] ?? [] });
    });
  }

  /** What formulas have come to: an edit on another sheet, or in another workbook, tells of nothing else. */
  async function tellOfResults(sheetIds: ReadonlySet<string>): Promise<void> {
    for (const sheetId of sheetIds) {
      const map = known()?.sheets.get(sheetId);
      for (const change of map ? await recalculatedOn(sheetId, map) : []) tell(change);
    }
  }

  async function flush(): Promise<void> {
    const { isAnew, wanted, calculated, selection } = burst;
    burst = noBurst();
    try {
      if (isAnew) tell({ kind: "structure" });
      else {
        if (wanted.length > 0) await tellOfCells(wanted);
        await tellOfResults(calculated);
      }
    } catch (error) {
      if (isBeingTyped(error)) {
        // The next cell is being typed in already: what was edited before is read a little later.
        burst.wanted.push(...wanted);
        for (const sheetId of calculated) burst.calculated.add(sheetId);
        soon(times.retry);
      } else {
        // A sheet that went meanwhile, most likely; reading anew says what else it may be.
        tell({ kind: "structure" });
      }
    }
    if (selection) tell({ kind: "selection", ...selection });
  }

  return {
    note: (change: (into: typeof burst) => void): void => {
      change(burst);
      soon(times.gather);
    },
    stop: (): void => {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}

/** Reports what bears on what `read` found and this add-in did not do itself, until the function given back is called. */
export async function watchWorkbook(
  report: (change: Change) => void,
  { own, times, known }: WatchNeeds,
): Promise<() => Promise<void>> {
  const { note, stop } = reporter(report, { known, times });
  const anew = (): Promise<void> => {
    note((burst) => {
      burst.isAnew = true;
    });
    return Promise.resolve();
  };
  const added = (what: "sheet" | "table") => (): Promise<void> =>
    own.isOwnAddition(what) ? Promise.resolve() : anew();

  const changed = ({
    address,
    changeType,
    triggerSource,
    worksheetId,
  }: Excel.WorksheetChangedEventArgs): Promise<void> => {
    const areas = parseAreas(address);
    if (triggerSource === "ThisLocalAddin" || (areas && own.areOwn(worksheetId, areas))) return Promise.resolve();
    if (changeType !== "RangeEdited" || !areas) return anew();
    const bearings = areas.map((area) => effectOf(known(), worksheetId, area)).filter(({ kind }) => kind !== "none");
    if (bearings.length > 0)
      note((burst) => {
        for (const bearing of bearings) addTo(burst, worksheetId, bearing);
      });
    return Promise.resolve();
  };

  const selected = ({ address, worksheetId }: Excel.WorksheetSelectionChangedEventArgs): Promise<void> => {
    const first = parseAreas(address)?.[0];
    if (first)
      note((burst) => {
        burst.selection = { sheetId: worksheetId, row: first.top, column: first.left };
      });
    return Promise.resolve();
  };

  const calculated = ({ worksheetId }: Excel.WorksheetCalculatedEventArgs): Promise<void> => {
    note((burst) => {
      burst.calculated.add(worksheetId);
    });
    return Promise.resolve();
  };

  const listen = ({ workbook: { worksheets, tables } }: Context) => [
    worksheets.onChanged.add(changed),
    worksheets.onSelectionChanged.add(selected),
    worksheets.onCalculated.add(calculated),
    worksheets.onAdded.add(added("sheet")),
    worksheets.onDeleted.add(anew),
    tables.onAdded.add(added("table")),
    tables.onDeleted.add(anew),
    ...(supports("1.10") ? [worksheets.onRowSorted.add(anew)] : []),
  ];

  const handlers = await background("watch the workbook", times, async (context) => {
    const listening = listen(context);
    await context.sync();
    return listening;
  });
  return async () => {
    stop();
    const [first] = handlers;
    if (!first) return;
    // A handler can only be removed in the context that it was added in.
    try {
      await Excel.run(first.context, async (context) => {
        for (const handler of handlers) handler.remove();
        await context.sync();
      });
    } catch (error) {
      throw problemOf(error, "stop watching the workbook");
    }
  };
}
