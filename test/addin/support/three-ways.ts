import { fileURLToPath } from "node:url";
import { toIso } from "../../../rules/dates.ts";
import { keyOf, SHOWN_AS, type Verdict } from "../../../rules/finding.ts";
import { textOf } from "../../../rules/read.ts";
import { leavesRowsOut } from "../../../rules/workbook/notes.ts";
import { run } from "../../../tools/check/run.ts";
import type { OpenInput } from "./open-input.ts";

/** A list as any of the three ways shows it: each row with its verdict, and with what was found where that is shown. */
export interface ShownList {
  readonly sheet: string;
  /** Row number -> child ref, verdict, findings. */
  readonly rows: ReadonlyMap<number, readonly [childRef: string, verdict: string, findings: string]>;
  readonly onSheet: readonly string[];
}

interface Data {
  readonly sheets: readonly {
    readonly name: string;
    readonly asOf: string;
    readonly rows: readonly {
      readonly row: number;
      readonly childRef: string;
      readonly verdict: Verdict;
      readonly findings: readonly { readonly rule: string; readonly breach: string }[];
    }[];
    readonly sheet: readonly { readonly rule: string; readonly breach: string }[];
    readonly notes: readonly string[];
  }[];
}

const keys = (findings: readonly { readonly rule: string; readonly breach: string }[]): string[] =>
  findings.map(({ rule, breach }) => `${rule}/${breach}`).sort();

export interface ByCommand {
  readonly code: number;
  readonly err: string;
  readonly lists: readonly ShownList[];
  /** The day that was checked as of. */
  readonly asOf: string | undefined;
  readonly notes: readonly string[];
}

/** What the command line shows of an input on a day. */
export function byCommand(name: string, today: string, policy?: string): ByCommand {
  const path = fileURLToPath(new URL(`../../inputs/${name}.xlsx`, import.meta.url));
  const { code, out, err } = run([path, "--json", ...(policy === undefined ? [] : ["--policy", policy])], today);
  const { sheets } = out === "" ? { sheets: [] } : (JSON.parse(out) as Data);
  return {
    code,
    err,
    asOf: sheets[0]?.asOf,
    notes: sheets.flatMap(({ notes }) => notes),
    lists: sheets.map((one) => ({
      sheet: one.name,
      onSheet: keys(one.sheet),
      rows: new Map(
        one.rows.map((row) => [row.row, [row.childRef, SHOWN_AS[row.verdict], keys(row.findings).join(" ")]]),
      ),
    })),
  };
}

/** What the pane shows of each list, and its notes and banners. */
export function byPane({
  model,
}: OpenInput): Pick<ByCommand, "lists" | "notes" | "asOf"> & { readonly leavesRowsOut: boolean } {
  const notes = new Set<string>();
  const lists = model.lists.value.map((list): ShownList => {
    model.choose(list.key);
    for (const note of model.notes.value) notes.add(note);
    const column = model.mapping.value?.columns.get("childRef");
    const rows = new Map<number, readonly [string, string, string]>();
    for (const [at, row] of (model.checked.value?.rows ?? []).entries()) {
      if (!row) continue;
      const ref = column === undefined ? "" : textOf(list.allocations.rows[at]?.[column]);
      const number = list.allocations.rowNumbers[at] ?? 0;
      rows.set(number, [ref, SHOWN_AS[row.verdict], keys(row.findings).join(" ")]);
    }
    return { sheet: list.sheet, rows, onSheet: (model.checked.value?.sheet ?? []).map(keyOf).sort() };
  });
  return {
    lists,
    asOf: model.checked.value && toIso(model.checked.value.asOf),
    notes: [...notes],
    leavesRowsOut: leavesRowsOut({
      lists: model.lists.value,
      questions: model.questions.value,
      strayRows: model.strayRows.value,
    }),
  };
}

/** What LP.CHECK shows beside the rows of each list, blank cells left out, and the last row that it was asked about. */
export const byCell = ({
  model,
  cellsOf,
}: OpenInput): { readonly last: number; readonly rows: ReadonlyMap<number, string> }[] =>
  model.lists.value.map((list) => {
    const cells = [...cellsOf(list)];
    return { last: cells.at(-1)?.[0] ?? 0, rows: new Map(cells.filter(([, text]) => text !== "")) };
  });

export const verdicts = ({ rows }: ShownList): ReadonlyMap<number, string> =>
  new Map([...rows].map(([number, [, verdict]]) => [number, verdict]));
