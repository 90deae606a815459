import { check } from "../../rules/check.ts";
import { interleave, median, ratios, task, type Task } from "./interleave.ts";
import { inventSheet } from "./invented-sheet.ts";
import type { Sizes } from "./sizes.ts";

const checking = (rows: number): Task => {
  const { sheet, given } = inventSheet(rows);
  return task(
    `${rows}`,
    () => check(sheet, given),
    ({ counts, rows: checked }) =>
      Object.values(counts).reduce(
        (sum, count) => sum * 31 + count,
        checked.reduce((sum, row) => sum + (row?.findings.length ?? 0), 0),
      ),
  );
};

/** All the rules, from raw cells to findings, at three sizes; and how the time grows from the second to the third. */
export async function wholeCatalogue({ small, middle: between, large: most }: Sizes, rounds: number) {
  const sizes = [small, between, most];
  const timings = await interleave(sizes.map(checking), rounds);
  const [, middle, large] = timings;
  const speeds = timings.map(({ wall, cpu }, index) => {
    const rows = sizes[index] ?? NaN;
    return {
      rows,
      perSecond: (rows / median(wall)) * 1000,
      microseconds: (median(wall) / rows) * 1000,
      cpuMicroseconds: (median(cpu) / rows) * 1000,
    };
  });
  return { rounds, speeds, growth: middle && large ? ratios(large, middle) : { wall: NaN, cpu: NaN } };
}
