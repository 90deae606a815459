import { aList } from "../../model/lists.ts";
import { openInputs, type GivenInputs } from "./check-inputs.ts";
import { placeFindings } from "../../../../addin/checking/finding-places.ts";
import type { PlacedFinding } from "../../../../addin/checking/finding-places.ts";
import { ListReader } from "../../../../addin/pane/list-reader.ts";
import type { WorkbookList } from "../../../../addin/workbook/workbook.ts";
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
  readonly reader: ListReader;
}

/** A list whose headers stand in row 4, each row a change to one that breaks nothing; null stands for a blank row. */
export function opened(
  rows: readonly (Cells | null)[],
  fields: readonly FieldId[] = FIELD_IDS,
  said: GivenInputs = {},
): Opened {
  const headers = fields.map(headerOf);
  const mapping = mapHeaders(headers);
  const cells = rows.map((row) => fields.map((id) => (row ? { ...EXAMPLE_ROW, ...row }[id] : "")));
  const rowNumbers = rows.map((_, index) => index + 5);
  const list: WorkbookList = { ...aList({ headers, rows: cells, headerRow: 4 }), key: "list", tableId: undefined };
  const inputs = openInputs(said);
  const checked = check({ columns: mapping.columns, rows: cells, rowNumbers }, inputs);
  return {
    list,
    mapping,
    checked,
    findings: placeFindings({ list, mapping, checked }),
    reader: new ListReader(list, mapping, inputs),
  };
}
