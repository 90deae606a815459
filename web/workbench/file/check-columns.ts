import { fold } from "../../../rules/text.ts";
import { cellKey } from "../../../xlsx/addresses.ts";
import { formulasFor } from "../../../addin/workbook/check-formulas.ts";
import type { Block, Cells } from "./blocks.ts";

/** A check column that stands beside a list as a formula of ours. */
export interface CheckColumn {
  readonly kind: "check" | "why";
  readonly column: number;
  readonly headerRow: number;
  readonly bottom: number;
  /** From our own definition, whatever the file holds: Excel may have stored `#NAME?` or half a name. */
  readonly formula: string;
}

const KINDS: Readonly<Record<string, CheckColumn["kind"]>> = { lpcheck: "check", lpwhy: "why" };

/** The check columns beside a list that held a formula; those written as plain values, for long lists, stay values. */
export function checkColumnsOf({ rows, formulas }: Cells, block: Block): CheckColumn[] {
  const { table, top, left, bottom, right } = block;
  if (!block.isAllocations || bottom <= top) return [];
  const data = rows.slice(top + 1, bottom + 1).map((row) => row.slice(left, right + 1));
  const definitions = formulasFor(
    { table, headers: { top, bottom: top, left, right }, data: { top: top + 1, bottom, left, right } },
    data,
  );
  return (rows[top] ?? []).flatMap((header, column): CheckColumn[] => {
    const kind = typeof header === "string" && column > right ? KINDS[fold(header)] : undefined;
    const formula = kind && definitions[kind];
    return kind === undefined || formula === undefined || !formulas.has(cellKey(top + 1, column))
      ? []
      : [{ kind, column, headerRow: top, bottom, formula }];
  });
}
