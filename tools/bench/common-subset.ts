import { checksum } from "./breach-bits.ts";
import { CONTESTANTS, disagreement, type ContestantName } from "./contestants.ts";
import { interleave, median, ratios, task } from "./interleave.ts";
import { inventSheet } from "./invented-sheet.ts";
import type { Sizes } from "./sizes.ts";

/** Contestants of like speed, timed in turn with ours. */
interface Heat {
  readonly rows: number;
  readonly rounds: number;
  readonly against: readonly ContestantName[];
}

export interface Against {
  readonly name: ContestantName;
  readonly rows: number;
  readonly rounds: number;
  /** Median milliseconds of theirs. */
  readonly milliseconds: number;
  readonly perSecond: number;
  /** Our time over theirs. */
  readonly ours: { readonly wall: number; readonly cpu: number };
}

const FAST = ["hand-written", "json-logic-engine", "zod"] as const;

const heats = ({ small, middle }: Sizes, rounds: number): readonly Heat[] => {
  const few = Math.min(rounds, 7);
  return [
    { rows: small, rounds, against: FAST },
    { rows: middle, rounds, against: FAST },
    { rows: small, rounds: few, against: ["zen-engine", "json-rules-engine"] },
    { rows: middle, rounds: few, against: ["zen-engine"] },
    { rows: middle, rounds: Math.min(rounds, 3), against: ["json-rules-engine"] },
  ];
};

async function race({ rows, rounds, against }: Heat): Promise<Against[]> {
  const invented = inventSheet(rows);
  const names: readonly ContestantName[] = ["ours", ...against];
  const [ours, ...theirs] = await interleave(
    names.map((name) => task(name, () => CONTESTANTS[name](invented), checksum)),
    rounds,
  );
  if (!ours) return [];
  const line = (name: ContestantName, timing: typeof ours): Against => {
    const milliseconds = median(timing.wall);
    return { name, rows, rounds, milliseconds, perSecond: (rows / milliseconds) * 1000, ours: ratios(ours, timing) };
  };
  return [line("ours", ours), ...theirs.map((timing, index) => line(against[index] ?? "ours", timing))];
}

/** What everybody must agree on before anything is timed. */
export async function subsetDisagreement({ small, middle }: Sizes): Promise<string | undefined> {
  return (await disagreement(inventSheet(small))) ?? (await disagreement(inventSheet(middle)));
}

/** The common subset: everyone's time, and ours over theirs. */
export async function commonSubset(sizes: Sizes, rounds: number): Promise<Against[]> {
  const lines: Against[] = [];
  for (const heat of heats(sizes, rounds)) lines.push(...(await race(heat)));
  return lines;
}
