import { isoDay } from "../../../rules/dates.ts";
import { createInputsStore } from "../../../addin/checking/check-inputs.ts";
import { KENT } from "../support/kent.ts";
import { NO_WORKBOOK_INPUTS, type WorkbookInputs } from "../../../addin/workbook/workbook-inputs.ts";
import { nothingSent } from "../../../tools/bench/nothing-sent.ts";
import { createPaneModel, type PaneModelNeeds } from "../../../addin/model/create-pane-model.ts";
import type { Change, Workbook, WorkbookList, WorkbookRead } from "../../../addin/workbook/workbook.ts";

/** A pane's model over a workbook that is an object: what it is asked is noted, what it answers can be changed. */
export function aDesk(
  lists: readonly WorkbookList[],
  inputs: Partial<WorkbookInputs> = {},
  more: Partial<Pick<PaneModelNeeds, "history">> = {},
) {
  const asked: (readonly [string, ...unknown[]])[] = [];
  let report: (change: Change) => void = () => undefined;
  const state: { read: WorkbookRead; fault: Error | undefined } = {
    read: {
      lists,
      inputs: { ...NO_WORKBOOK_INPUTS, usual: KENT, checkDate: isoDay("2024-11-30"), ...inputs },
      activeSheetId: "s1",
      questions: [],
      strayRows: [],
      noLists: [],
      hiddenSheets: [],
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
    writePolicy: noted("writePolicy", undefined),
    showPolicyRow: noted("showPolicyRow", undefined),
    insertReport: noted("insertReport", undefined),
    writeCells: noted("writeCells", undefined),
    addColumns: noted("addColumns", false),
    keepCheckDate: noted("keepCheckDate", undefined),
    keepPolicy: noted("keepPolicy", undefined),
    keepChoices: noted("keepChoices", undefined),
    keepSent: noted("keepSent", undefined),
    readRows: noted("readRows", []),
  };
  const store = createInputsStore(isoDay("2024-11-30"));
  const beside = nothingSent();
  const model = createPaneModel({ workbook, store, ...beside, ...more });
  return {
    model,
    store,
    service: beside.service,
    asked,
    state,
    report: (change: Change) => {
      report(change);
    },
  };
}
