import type { Against } from "./common-subset.ts";
import type { ContestantName } from "./contestants.ts";
import type { Sizes } from "./sizes.ts";

/** A ratio by wall clock and by CPU time. */
interface Both {
  readonly wall: number;
  readonly cpu: number;
}

export interface Goal extends Both {
  readonly what: string;
  readonly bar: number;
  /** Missed only where both clocks say so: one of them may have had bad luck. */
  readonly isMet: boolean;
}

const goal = (what: string, bar: number, { wall, cpu }: Both): Goal => ({
  what,
  bar,
  wall,
  cpu,
  isMet: wall <= bar || cpu <= bar,
});

const BARS: readonly (readonly [name: ContestantName, bar: number])[] = [
  ["json-logic-engine", 0.85],
  ["json-rules-engine", 1 / 60],
  ["hand-written", 2],
  ["zod", 1],
  ["zen-engine", 1],
];

const shown = (rows: number): string => rows.toLocaleString("en-GB");

/** Every goal with what was measured. Of the peers, the middle size counts. */
export function goals(
  { middle, large }: Sizes,
  growth: Both,
  memory: number,
  subset: readonly Against[],
  start: Both,
): Goal[] {
  const peers = BARS.flatMap(([name, bar]) =>
    subset
      .filter((line) => line.name === name && line.rows === middle)
      .map(({ ours }) => goal(`common subset, ${shown(middle)} rows: ours / ${name}`, bar, ours)),
  );
  return [
    goal(`all rules: time at ${shown(large)} rows / at ${shown(middle)}`, 20, growth),
    goal(`memory at ${shown(large)} rows: checked / only held`, 1.3, { wall: memory, cpu: memory }),
    ...peers,
    goal("the API function: import time / a bare hono and client-dynamodb", 1.3, start),
  ];
}
