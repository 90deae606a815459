import type { Range } from "../addresses.ts";
import { rangeAddress } from "../addresses.ts";
import type { CellModel, SheetModel, TableModel } from "./model.ts";
import { overlaps, insist, requireFormula, requireRange, requireUnique } from "./rules-of-excel.ts";
import { countedXml, elementXml, MAIN, textXml, XML_START } from "./xml-text.ts";

/** `id` is the table's number in the whole workbook, from 1. */
export function tablePartXml(table: TableModel, sheet: Pick<SheetModel, "rows">, id: number): string {
  const range = requireRange(table.range);
  const headers = headersOf(table, range, sheet);
  const calculated = table.calculatedColumns ?? {};
  for (const header of Object.keys(calculated)) {
    insist(headers.includes(header), `The table "${table.name}" has no column "${header}".`);
  }
  const ref = rangeAddress(range);
  const columns = headers.map((name, at) => {
    const formula = calculated[name];
    return elementXml(
      "tableColumn",
      { id: at + 1, name },
      formula === undefined ? "" : elementXml("calculatedColumnFormula", {}, textXml(requireFormula(formula))),
    );
  });
  const look = {
    name: table.style,
    showFirstColumn: false,
    showLastColumn: false,
    showRowStripes: true,
    showColumnStripes: false,
  };
  return (
    XML_START +
    elementXml(
      "table",
      { xmlns: MAIN, id, name: table.name, displayName: table.name, ref, totalsRowShown: false },
      (table.hasFilter === false ? "" : elementXml("autoFilter", { ref })) +
        countedXml("tableColumns", columns) +
        elementXml("tableStyleInfo", look),
    )
  );
}

// Excel repairs a file whose header cells and table columns differ, so the cells are the only place they are given.
function headersOf(
  { name }: TableModel,
  { top, left, bottom, right }: Range,
  sheet: Pick<SheetModel, "rows">,
): readonly string[] {
  insist(bottom > top, `The table "${name}" has no row below its header.`);
  const headers = Array.from({ length: right - left + 1 }, (_, at) => {
    const header = valueOf(sheet.rows[top]?.[left + at]);
    insist(typeof header === "string" && header !== "", `A header of the table "${name}" is not a text.`);
    insist(header.length <= 255, `The header "${header}" is longer than 255 characters.`);
    return header;
  });
  requireUnique(headers, `header of the table "${name}"`);
  return headers;
}

const valueOf = (cell: CellModel | undefined): unknown =>
  typeof cell === "object" ? ("formula" in cell ? undefined : cell.value) : cell;

/** Throws if tables, merged cells or spilling formulas get in each other's way. */
export function requireTablesApart(sheet: SheetModel): void {
  const tables = (sheet.tables ?? []).map(({ name, range }) => ({ name, range: requireRange(range) }));
  const merges = (sheet.merges ?? []).map(requireRange);
  tables.forEach(({ name, range }, at) => {
    const isApart = !tables.slice(at + 1).some((other) => overlaps(range, other.range));
    insist(isApart, `The table "${name}" overlaps another table.`);
    insist(!merges.some((merge) => overlaps(range, merge)), `The table "${name}" holds merged cells.`);
    insist(!spillRanges(sheet).some((spill) => overlaps(range, spill)), `A formula spills in the table "${name}".`);
  });
  merges.forEach((merge, at) => {
    insist(!merges.slice(at + 1).some((other) => overlaps(merge, other)), "Merged cells overlap.");
  });
}

const spillRanges = ({ rows }: SheetModel): readonly Range[] =>
  rows.flatMap((cells, top) =>
    cells.flatMap((cell, left) => {
      if (typeof cell !== "object" || !("spill" in cell)) return [];
      return [{ top, left, bottom: top + cell.spill.length - 1, right: left + (cell.spill[0]?.length ?? 0) - 1 }];
    }),
  );
