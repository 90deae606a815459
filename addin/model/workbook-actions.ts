import { isoDay, showDay, toSerial } from "../../rules/dates.ts";
import type { Mapping } from "../../rules/headers.ts";
import { count } from "../../rules/text.ts";
import type { CheckInputs, InputsStore } from "../checking/check-inputs.ts";
import type { WorkbookInputs } from "../workbook/workbook-inputs.ts";
import type { CheckColumns, Workbook, WorkbookList } from "../workbook/workbook.ts";
import type { PaneModel } from "./pane-model.ts";
import type { PlacedFinding } from "../checking/finding-places.ts";
import { marksOf } from "../checking/finding-places.ts";
import { registerRows } from "./register-rows.ts";
import type { Announcer } from "./announcer.ts";
import { checkValues } from "../checking/check-values.ts";

export interface ActionNeeds {
  readonly workbook: Workbook;
  readonly store: InputsStore;
  readonly announcer: Announcer;
  readonly readAnew: () => Promise<void>;
  /** What a list is checked with, the lists that belong with it included. */
  readonly inputsOf: (list: WorkbookList) => CheckInputs;
  readonly state: () => {
    readonly list: WorkbookList | undefined;
    readonly mapping: Mapping | undefined;
    readonly lists: readonly WorkbookList[];
    readonly findings: readonly PlacedFinding[];
  };
}

type Actions = Pick<
  PaneModel,
  | "goTo"
  | "keepChoices"
  | "keepCheckDate"
  | "keepPolicy"
  | "addCheckColumns"
  | "repair"
  | "recalculate"
  | "mark"
  | "clearMarks"
  | "insertExample"
  | "makePractitioners"
>;

/** What was written beside a list, said with where it stands. */
const written: Readonly<Record<CheckColumns["kind"], (address: string) => string>> = {
  formulas: (address) => `LP check and LP why stand at ${address} and follow every edit.`,
  mixed: (address) =>
    `LP check and LP why stand at ${address}. LP check follows every edit; the list is too long for LP why, which holds what was found just now.`,
  values: (address) =>
    `The list is too long for a formula, so LP check and LP why at ${address} hold what was found just now. Add them again after edits.`,
};

/** Choices that say which rows and columns there are: with others, the workbook reads otherwise. */
const READ_BY = ["columns", "registerColumns", "lists"] as const;

const STILL_TO_CALCULATE = "LP.ELIGIBLE follows once its cells are calculated anew.";

interface Parts {
  /** Writes the check columns beside a list, as part of something else. */
  writeCheckColumns(list: WorkbookList): Promise<CheckColumns>;
}

/** What a manager can have done to the workbook; each ends in a sentence that says how it went. */
export function workbookActions({
  workbook,
  store,
  announcer,
  readAnew,
  inputsOf,
  state,
}: ActionNeeds): Actions & Parts {
  const update = (change: Partial<WorkbookInputs>): void => {
    store.workbook.value = { ...store.workbook.value, ...change };
  };
  const values = (list: WorkbookList) => checkValues(list, inputsOf(list));
  const writeCheckColumns = (list: WorkbookList): Promise<CheckColumns> =>
    workbook.addCheckColumns(list, () => values(list));
  /** Nothing is offered without a list; a list that went meanwhile is said. */
  const withList = (what: string, work: (list: WorkbookList) => Promise<string>): Promise<void> =>
    announcer.during(what, async () => {
      const { list } = state();
      return list ? work(list) : "There is no list of allocations in this workbook at present.";
    });

  return {
    writeCheckColumns,
    async goTo({ index, field }) {
      const { list, mapping } = state();
      const row = index === undefined ? undefined : list?.allocations.rowNumbers[index];
      if (!list || row === undefined) return;
      const column =
        (field === undefined ? undefined : mapping?.columns.get(field)) ?? mapping?.columns.get("childRef") ?? 0;
      await workbook.goTo(list.sheetId, row - 1, list.allocations.left + column).catch(announcer.problem);
    },
    keepChoices: (change) =>
      announcer.during("Keeping your choice in the workbook", async () => {
        const before = store.workbook.value.choices;
        const choices = change(before);
        await workbook.keepChoices(choices);
        update({ choices });
        if (READ_BY.some((part) => choices[part] !== before[part])) await readAnew();
      }),
    keepCheckDate: (iso) =>
      announcer.during("Keeping the check date", async () => {
        const day = iso === undefined ? undefined : isoDay(iso);
        await workbook.keepCheckDate(day === undefined ? undefined : toSerial(day, store.workbook.value.date1904));
        update({ checkDate: day, refusal: undefined });
        return `Rows are checked as of ${day === undefined ? "today, whatever day that is" : showDay(day)}. ${STILL_TO_CALCULATE}`;
      }),
    keepPolicy: (id) =>
      announcer.during("Keeping the policy", async () => {
        await workbook.keepPolicy(id);
        update({ policyId: id });
        return `Rows are checked by ${store.inputs.value.policy.title}. ${STILL_TO_CALCULATE}`;
      }),
    addCheckColumns: () =>
      withList("Adding the check columns", async (list) => {
        const { kind, address } = await writeCheckColumns(list);
        return written[kind](address);
      }),
    repair: () =>
      announcer.during("Writing the LP formulas anew", async () => {
        const { lists } = state();
        const repaired = await workbook.repair(lists, values);
        return repaired === 0
          ? "No check columns were found. Add them first."
          : `${count(repaired, "check column")} written anew.`;
      }),
    recalculate: () =>
      announcer.during("Calculating the workbook anew", async () => {
        await workbook.recalculate();
        return "Every formula has been calculated anew.";
      }),
    mark: () =>
      withList("Marking cells", async (list) => {
        const { mapping, findings } = state();
        const marks = mapping ? marksOf(list, mapping, findings) : [];
        await workbook.mark(list.sheetId, marks);
        await readAnew();
        return marks.length === 0
          ? "There is nothing to mark."
          : `${count(marks.length, "cell")} marked. The marks stay as they are until you mark again or clear them.`;
      }),
    clearMarks: () =>
      announcer.during("Clearing marks", async () => {
        await workbook.clearMarks();
        await readAnew();
        return "The marks of this add-in are gone; your own formats are as they were.";
      }),
    insertExample: () =>
      announcer.during("Inserting the example", async () => {
        await workbook.insertExample();
        await readAnew();
        return "The example stands on a new sheet. Its children and practitioners are invented.";
      }),
    makePractitioners: () =>
      withList("Making the table Practitioners", async (list) => {
        const { mapping } = state();
        if (!mapping) return "The list has no columns that name people.";
        const { headers, rows } = registerRows(list, mapping, store.inputs.value);
        await workbook.makePractitioners(headers, rows);
        await readAnew();
        return `The table Practitioners stands on a new sheet with ${count(rows.length, "name")}. Fill in who is registered, and to when: until then nobody can be told qualified.`;
      }),
  };
}
