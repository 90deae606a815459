import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { median } from "./interleave.ts";

const CHILD = fileURLToPath(new URL("./memory-child.ts", import.meta.url));
const KILOBYTES = 1024;

function peak(rows: number, what: "hold" | "check"): number {
  const output = execFileSync(process.execPath, ["--import", "tsx", CHILD, String(rows), what], { encoding: "utf8" });
  return (JSON.parse(output) as { peak: number }).peak / KILOBYTES;
}

/** Peak memory (MB) of a process that only holds the cells and of one that checks them too: medians, in turn. */
export function memory(rows: number, times: number) {
  const held: number[] = [];
  const checked: number[] = [];
  for (let time = 0; time < times; time += 1) {
    held.push(peak(rows, "hold"));
    checked.push(peak(rows, "check"));
  }
  return { rows, hold: median(held), check: median(checked), ratio: median(checked) / median(held) };
}
