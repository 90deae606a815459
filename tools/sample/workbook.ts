import type { WorkbookModel } from "../../xlsx/writing/model.ts";
import { toSerial } from "../../rules/dates.ts";
import { kentTrial2024 } from "../../rules/policies/index.ts";
import { ADD_IN, STORED_CHECK, STORED_WHY } from "./add-in.ts";
import { CASES } from "./cases.ts";
import { withCheckColumns } from "./check-columns.ts";
import { checkCases, type TableCells } from "./checked.ts";
import { AS_OF, CASE_COLUMNS, cellsOf, STAFF_COLUMNS } from "./columns.ts";
import { LIST_NAMES, STAFF_SHEET } from "./lists.ts";
import { listsSheet } from "./lists-sheet.ts";
import { STYLES } from "./look.ts";
import { STAFF } from "./staff.ts";
import { tableSheet } from "./table-sheet.ts";

const AS_OF_LINE = "as of 30 November 2024 — invented data: no such child or practitioner exists";

/** The sample workbook. Its verdicts are worked out by the rules, never typed. */
export function sampleWorkbook(): WorkbookModel {
  const cases: TableCells = {
    headers: CASE_COLUMNS.map(({ header }) => header),
    rows: CASES.map((row) => cellsOf(CASE_COLUMNS, row)),
  };
  const staff: TableCells = {
    headers: STAFF_COLUMNS.map(({ header }) => header),
    rows: STAFF.map((person) => cellsOf(STAFF_COLUMNS, person)),
  };
  const table = "Allocations";
  const casesSheet = tableSheet({
    sheet: "Cases",
    table,
    tabColour: "1F3864",
    pagesWide: 5,
    columns: CASE_COLUMNS,
    cells: cases,
    title: "Children's services: who leads for each child",
    subtitle: `Allocations ${AS_OF_LINE}`,
  });
  const staffSheet = tableSheet({
    sheet: STAFF_SHEET,
    table: "Practitioners",
    tabColour: "44546A",
    pagesWide: 1,
    columns: STAFF_COLUMNS,
    cells: staff,
    title: "Practitioners and managers",
    subtitle: `Register ${AS_OF_LINE}`,
  });
  return {
    title: "Allocations, 30 November 2024 (invented data)",
    author: "Children's services",
    styles: STYLES,
    sheets: [withCheckColumns(casesSheet, table, checkCases(cases, staff).rows), staffSheet, listsSheet()],
    names: [
      ...LIST_NAMES,
      { name: "LP_CheckDate", formula: String(toSerial(AS_OF)) },
      { name: "LP_Policy", formula: `"${kentTrial2024.id}"` },
    ],
    addIn: { ...ADD_IN, customFunctionIds: [STORED_CHECK, STORED_WHY] },
  };
}
