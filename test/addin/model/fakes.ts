import { isoDay } from "../../../rules/dates.ts";
import { keepBasis } from "../../../addin/checking/basis.ts";
import { WORKBOOK_SAYS_NOTHING, type WorkbookSays } from "../../../addin/workbook/workbook-says.ts";
import { nothingSent } from "../../../tools/bench/nothing-sent.ts";
import { openDesk, type DeskNeeds } from "../../../addin/model/desk.ts";
import type { Change, Workbook, WorkbookList, WorkbookRead } from "../../../addin/workbook/api.ts";

/** A desk over a workbook that is an object: what it is asked is noted, what it answers can be changed. */
export function aDesk(
  lists: readonly WorkbookList[],
  says: Partial<WorkbookSays> = {},
  more: Partial<Pick<DeskNeeds, "history">> = {},
) {
  const asked: (readonly [string, ...unknown[]])[] = [];
  let report: (change: Change) => void = () => undefined;
  const state: { read: WorkbookRead; fault: Error | undefined } = {
    read: {
      lists,
      says: { ...WORKBOOK_SAYS_NOTHING, checkDate: isoDay("2024-11-30"), ...says },
      activeSheetId: "s1",
      problems: [],
    },
    fault: undefined,
  };
  const noted =
    <T>(name: string, value: T) =>
    (...given: unknown[]): Promise<T> => {
      asked.push([name, ...given]);
      return state.fault ? Promise.reject(state.fault) : Promise.resolve(value);
    };
  const workbook: Workbook = {
    read: () => {
      asked.push(["read"]);
      return state.fault ? Promise.reject(state.fault) : Promise.resolve(state.read);
    },
    watch: (to) => {
      report = to;
      return Promise.resolve(() => Promise.resolve());
    },
    goTo: noted("goTo", undefined),
    mark: noted("mark", undefined),
    clearMarks: noted("clearMarks", undefined),
    addCheckColumns: noted("addCheckColumns", { kind: "formulas" as const, address: "Cases!F1:G1" }),
    repair: noted("repair", 2),
    recalculate: noted("recalculate", undefined),
    insertExample: noted("insertExample", undefined),
    makePractitioners: noted("makePractitioners", undefined),
    insertReport: noted("insertReport", undefined),
    writeCells: noted("writeCells", undefined),
    keepCheckDate: noted("keepCheckDate", undefined),
    keepPolicy: noted("keepPolicy", undefined),
    keepChoices: noted("keepChoices", undefined),
    keepSent: noted("keepSent", undefined),
    readRows: noted("readRows", []),
  };
  const keeper = keepBasis(isoDay("2024-11-30"));
  const beside = nothingSent();
  const desk = openDesk({ workbook, keeper, ...beside, ...more });
  return {
    desk,
    keeper,
    service: beside.service,
    asked,
    state,
    report: (change: Change) => {
      report(change);
    },
  };
}
