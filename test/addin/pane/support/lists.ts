import { openBasis, type BasisSaid } from "./basis.ts";
import { placed } from "../../../../addin/checking/placed.ts";
import type { PlacedFinding } from "../../../../addin/checking/placed.ts";
import { Reading } from "../../../../addin/pane/reading.ts";
import type { WorkbookList } from "../../../../addin/workbook/api.ts";
import { check, type Checked } from "../../../../rules/check.ts";
import type { Cells } from "../../../../rules/example.ts";
import { EXAMPLE_ROW } from "../../../../rules/example-row.ts";
import { FIELD_IDS, headerOf, type FieldId } from "../../../../rules/fields.ts";
import { mapHeaders, type Mapping } from "../../../../rules/headers.ts";

export interface Opened {
  readonly list: WorkbookList;
  readonly mapping: Mapping;
  readonly checked: Checked;
  readonly findings: readonly PlacedFinding[];
  readonly reading: Reading;
}

/** A list whose headers stand in row 4, each row a change to one that breaks nothing; null stands for a blank row. */
export function opened(
  rows: readonly (Cells | null)[],
  fields: readonly FieldId[] = FIELD_IDS,
  said: BasisSaid = {},
): Opened {
  const headers = fields.map(headerOf);
  const mapping = mapHeaders(headers);
  const cells = rows.map((row) => fields.map((id) => (row ? { ...EXAMPLE_ROW, ...row }[id] : "")));
  const rowNumbers = rows.map((_, index) => index + 5);
  const list: WorkbookList = {
    key: "list",
    sheetId: "sheet",
    sheet: "Cases",
    tableId: undefined,
    isProtected: false,
    isFiltered: false,
    allocations: { table: undefined, headers, mapping, rows: cells, rowNumbers, left: 0, headerRow: 4, totalsRows: [] },
  };
  const basis = openBasis(said);
  const checked = check({ columns: mapping.columns, rows: cells, rowNumbers }, basis);
  return {
    list,
    mapping,
    checked,
    findings: placed({ list, mapping, checked }),
    reading: new Reading(list, mapping, basis),
  };
}
