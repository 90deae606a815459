import { FIELD_IDS, headerOf } from "../../rules/fields.ts";
import { REGISTER_FIELD_IDS, REGISTER_FIELDS } from "../../rules/register-fields.ts";
import { typed } from "../../rules/read.ts";
import { createInputsStore } from "../../addin/checking/check-inputs.ts";
import { createPaneModel } from "../../addin/model/create-pane-model.ts";
import { cellAddress, rangeAddress } from "../../xlsx/addresses.ts";
import { openWorkbook } from "../../addin/workbook/open-workbook.ts";
import { memoryGrid } from "../../web/workbench/memory/memory-grid.ts";
import type { CellValue } from "../../xlsx/workbook.ts";
import { nothingSent } from "./nothing-sent.ts";
import { excelClient } from "../excel-client/excel-client.ts";
import { interleave, median, ratios, task, type Task } from "./interleave.ts";
import { inventSheet } from "./invented-sheet.ts";
import { INVENTED_DAY } from "./invented-row.ts";

const shown = (cell: unknown): CellValue =>
  typeof cell === "number" || typeof cell === "boolean" ? cell : typeof cell === "string" ? cell : "";

/** A workbook of so many invented cases in Microsoft's client, with the model that the pane shows. */
async function openedDesk(count: number) {
  const { sheet, given } = inventSheet(count);
  const cells = [FIELD_IDS.map(headerOf), ...sheet.rows.map((row) => row.map(shown))];
  const staff = [
    REGISTER_FIELD_IDS.map((id) => REGISTER_FIELDS[id].header),
    ...given.register.practitioners.map((one) => REGISTER_FIELD_IDS.map((id) => typed(one[id]))),
  ];
  const table = (name: string, rows: readonly (readonly unknown[])[]) => [
    { name, address: rangeAddress({ top: 0, left: 0, bottom: rows.length - 1, right: (rows[0]?.length ?? 1) - 1 }) },
  ];
  const grid = memoryGrid([
    { name: "Cases", cells, tables: table("Allocations", cells) },
    { name: "Staff", cells: staff, tables: table("Practitioners", staff) },
  ]);
  excelClient({ grid }).asGlobals();
  // Edits are gathered for a moment before they are read; here that moment is left out.
  const workbook = openWorkbook({ gather: 0, retry: 20, own: 200 });
  const model = createPaneModel({ workbook, store: createInputsStore(INVENTED_DAY), ...nothingSent() });
  await model.start();
  const status = cellAddress(Math.floor(count / 2), FIELD_IDS.indexOf("status"));
  const sheetId = grid.sheets()[0]?.id ?? "";
  /** Types a status into the middle of the list; settles once the findings are worked out anew. */
  const edit = (text: string): Promise<number> => {
    const before = model.checked.value;
    return new Promise((resolve) => {
      grid.type(sheetId, status, [[text]]);
      const look = (): void => {
        if (model.checked.value === before) setImmediate(look);
        else resolve(model.findings.value.length);
      };
      look();
    });
  };
  return { model, edit };
}

/** An edit, from the cell to the list of findings, against reading and checking the whole workbook anew. */
export async function editAgainstRecheck(rows: number, rounds: number) {
  const { model, edit } = await openedDesk(rows);
  const tasks: Task[] = [
    task(
      "an edit and its undoing",
      async () => {
        await edit("CP");
        return edit("CIN");
      },
      (found) => found,
    ),
    task(
      "read and checked anew",
      async () => {
        await model.readAgain();
        return model.findings.value.length;
      },
      (found) => found,
    ),
  ];
  // A text that no invented row holds: typing what is there already changes nothing that could be waited for.
  await edit("leaving care");
  const [twice, anew] = await interleave(tasks, rounds);
  if (!twice || !anew) throw new RangeError("Nothing was timed.");
  const both = ratios(twice, anew);
  return {
    rows,
    editMilliseconds: median(twice.wall) / 2,
    anewMilliseconds: median(anew.wall),
    ratio: { wall: both.wall / 2, cpu: both.cpu / 2 },
  };
}
