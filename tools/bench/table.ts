import type { Against } from "./common-subset.ts";
import type { editAgainstRecheck } from "./edit.ts";
import type { functionStart } from "./function-start.ts";
import type { Goal } from "./goals.ts";
import type { memory } from "./memory.ts";
import type { wholeCatalogue } from "./whole-catalogue.ts";

export interface Results {
  readonly node: string;
  readonly versions: Readonly<Record<string, string>>;
  readonly whole: Awaited<ReturnType<typeof wholeCatalogue>>;
  readonly memory: ReturnType<typeof memory>;
  readonly rules: readonly string[];
  readonly breaches: number;
  readonly subset: readonly Against[];
  readonly edits: readonly Awaited<ReturnType<typeof editAgainstRecheck>>[];
  readonly start: Awaited<ReturnType<typeof functionStart>>;
  readonly goals: readonly Goal[];
}

const number = (value: number): string =>
  value < 1 ? value.toPrecision(2) : value < 100 ? value.toFixed(2) : Math.round(value).toLocaleString("en-GB");

/** Columns as wide as their widest cell; all but the first to the right. */
function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    `  ${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join("  ")}`.trimEnd(),
  );
}

const titled = (title: string, lines: readonly string[]): string[] => ["", title, ...lines];

/** The results for a person to read. Milliseconds depend on the machine and its load; the ratios are what to keep. */
export function show({ node, versions, whole, memory, rules, breaches, subset, edits, start, goals }: Results): string {
  const peers = Object.entries(versions)
    .map(([name, version]) => `${name} ${version}`)
    .join(", ");
  return [
    `Node ${node}; ${peers}.`,
    ...titled(
      "All the rules, from raw cells to findings",
      table([
        ["rows", "rows/s", "us/row", "CPU us/row"],
        ...whole.speeds.map(({ rows, perSecond, microseconds, cpuMicroseconds }) => [
          number(rows),
          number(perSecond),
          number(microseconds),
          number(cpuMicroseconds),
        ]),
      ]),
    ),
    ...titled(
      `Peak memory at ${number(memory.rows)} rows, MB`,
      table([
        ["cells only held", number(memory.hold)],
        ["cells checked", number(memory.check)],
      ]),
    ),
    ...titled(
      `The ${breaches} breaches of ${rules.join(", ")}: the same verdicts from the same cells`,
      table([
        ["", "rows", "rounds", "ms", "rows/s", "ours / it", "(CPU)"],
        ...subset.map(({ name, rows, rounds, milliseconds, perSecond, ours }) => [
          name,
          number(rows),
          String(rounds),
          number(milliseconds),
          number(perSecond),
          ...(name === "ours" ? ["", ""] : [number(ours.wall), `(${number(ours.cpu)})`]),
        ]),
      ]),
    ),
    "  All engines but ours and the hand-written loop get a hand-written prelude, inside their time: it reads the cells, finds people",
    "  in the register and who was qualified on which day, and works out due dates and working days, which they cannot.",
    ...titled(
      "An edit, from the cell to the list of findings, in Microsoft's client over a grid in memory",
      table([
        ["rows", "edit, ms", "read and checked anew, ms", "edit / anew", "(CPU)"],
        ...edits.map(({ rows, editMilliseconds, anewMilliseconds, ratio }) => [
          number(rows),
          number(editMilliseconds),
          number(anewMilliseconds),
          number(ratio.wall),
          `(${number(ratio.cpu)})`,
        ]),
      ]),
    ),
    ...titled(
      "Starting the API function (import alone, fresh processes)",
      table([
        ["", "KB", "ms"],
        ...(["ours", "bare"] as const).map((name) => [
          name,
          number(start.kilobytes[name]),
          number(start.milliseconds[name]),
        ]),
      ]),
    ),
    ...titled(
      "Goals",
      table([
        ["", "wall", "CPU", "goal", ""],
        ...goals.map(({ what, wall, cpu, bar, isMet }) => [
          what,
          number(wall),
          number(cpu),
          `<= ${number(bar)}`,
          isMet ? "PASS" : "MISS",
        ]),
      ]),
    ),
  ].join("\n");
}
