import type { FieldId } from "../../rules/fields.ts";
import type { Sheet } from "../../rules/sheet.ts";
import type { RowFindings } from "./findings.ts";

/** A row of a child, as the month before and after it are compared. */
export interface ChildRow {
  readonly status: string | undefined;
  /** A staff number, or the keyed hash of somebody off the register. */
  readonly lead: string | undefined;
  readonly isOther: boolean;
  readonly findings: readonly string[];
}

const isOpen = ({ status }: ChildRow): boolean => status !== "CLOSED";

/** The rows of each child that can be told from others, by the hash of its reference; without closed ones. */
export function openRowsByChild(sheet: Sheet, found: readonly RowFindings[]): Map<string, ChildRow[]> {
  const children = new Map<string, ChildRow[]>();
  const textAt = (cells: Sheet["rows"][number], id: FieldId): string | undefined => {
    const column = sheet.columns.get(id);
    const cell = column === undefined ? undefined : cells[column];
    return typeof cell === "string" ? cell : undefined;
  };
  for (const [index, cells] of sheet.rows.entries()) {
    const here = found[index];
    const child = textAt(cells, "childRef");
    if (!here || child === undefined) continue;
    const row = {
      status: textAt(cells, "status"),
      lead: textAt(cells, "lead"),
      isOther: here.isOther,
      findings: here.findings,
    };
    if (!isOpen(row)) continue;
    const rows = children.get(child);
    if (rows) rows.push(row);
    else children.set(child, [row]);
  }
  return children;
}
