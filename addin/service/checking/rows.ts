import { isBlankRow, type Sheet } from "../../../rules/sheet.ts";
import { termsOf } from "../../../rules/terms.ts";
import { foldName } from "../../../rules/text.ts";
import { toWire, type WireRow } from "../../../rules/wire.ts";
import type { CheckInputs } from "../../checking/check-inputs.ts";

/** A row as it would be sent, with what tells which rows bear on one another. */
export interface SentRow {
  readonly wire: WireRow;
  /** Its whole content, with that of other rows of the same child: a row of the same content has been answered for. */
  readonly content: string;
  /** The child's reference as the rules compare it. */
  readonly ref: string;
  /** The same for one person however the name is written; "" where nobody leads. */
  readonly lead: string;
  /** The team's id; undefined where the policy knows none. */
  readonly team: string | undefined;
  readonly rowNumber: number;
}

export interface Rows {
  readonly rows: readonly SentRow[];
  readonly heldBack: readonly number[];
}

export const leadKey = (sent: string): string => foldName(sent);
export const refKey = (sent: string): string => sent.toUpperCase();

const textOf = (cell: unknown): string => (typeof cell === "string" ? cell : "");

type Cells = Sheet["rows"][number];
/** A row without its number, which moves; undefined for one that is held back. */
type Content = Omit<SentRow, "rowNumber"> | undefined;

/** What a row's content rests on besides its cells. */
export const restingOn = ({ asOf, policy, register }: CheckInputs): readonly unknown[] => [asOf, policy, register];
export const isSame = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((one, index) => one === b[index]);

function contentsOf(rows: readonly Cells[], sheet: Sheet, inputs: CheckInputs): Content[] {
  const { rows: wires, heldBack } = toWire({ ...sheet, rows, rowNumbers: [...rows.keys()] }, inputs);
  const terms = termsOf(inputs.policy);
  const held = new Set(heldBack);
  const sent = wires[Symbol.iterator]();
  return rows.map((_, index): Content => {
    const wire = held.has(index) ? undefined : sent.next().value;
    return (
      wire && {
        wire,
        content: JSON.stringify(wire),
        ref: refKey(textOf(wire.childRef)),
        lead: leadKey(textOf(wire.lead)),
        team: terms.team(textOf(wire.team))?.team.id,
      }
    );
  });
}

/** What is answered of a child rests on all its rows: on whose they are, and on whether one of them is restricted. */
function withSiblings(rows: readonly SentRow[]): readonly SentRow[] {
  const ofChild = grouped(rows, ({ ref }) => ref);
  return rows.map((row) => {
    const siblings = ofChild.get(row.ref) ?? [];
    if (siblings.length < 2) return row;
    return { ...row, content: [row, ...siblings.filter((other) => other !== row)].map((one) => one.content).join() };
  });
}

/** Reads the rows of a list as they may leave the workbook; after an edit only those whose cells are new. */
export function rowsReader() {
  let on: readonly unknown[] = [];
  let kept = new WeakMap<Cells, { readonly is: Content }>();
  let last: { readonly sheet: Sheet; readonly rows: Rows } | undefined;

  return (sheet: Sheet, inputs: CheckInputs): Rows => {
    const now = [...restingOn(inputs), sheet.date1904, JSON.stringify([...sheet.columns])];
    if (!isSame(on, now)) {
      kept = new WeakMap();
      last = undefined;
    }
    on = now;
    if (last?.sheet === sheet) return last.rows;
    const columns = [...sheet.columns.values()];
    const filled = [...sheet.rows.entries()].filter(([, cells]) => !isBlankRow(cells, columns));
    const fresh = filled.flatMap(([, cells]) => (kept.has(cells) ? [] : [cells]));
    const contents = contentsOf(fresh, sheet, inputs);
    fresh.forEach((cells, index) => kept.set(cells, { is: contents[index] }));
    const rows: SentRow[] = [];
    const heldBack: number[] = [];
    for (const [index, cells] of filled) {
      const content = kept.get(cells)?.is;
      const rowNumber = sheet.rowNumbers?.[index] ?? index + 1;
      if (content) rows.push({ ...content, rowNumber });
      else heldBack.push(rowNumber);
    }
    last = { sheet, rows: { rows: withSiblings(rows), heldBack } };
    return last.rows;
  };
}

/** Rows by what they have in common; those without it are left out. */
export function grouped<Row>(rows: readonly Row[], by: (row: Row) => string | undefined): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = by(row);
    if (key === undefined || key === "") continue;
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}
