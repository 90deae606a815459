/** Something to be timed: always the same work, with a number by which to tell that it was done right. */
export interface Task {
  readonly name: string;
  readonly run: () => unknown;
  readonly digest: (result: unknown) => number;
}

export const task = <T>(name: string, run: () => T | Promise<T>, digest: (result: T) => number): Task => ({
  name,
  run,
  digest: (result) => digest(result as T),
});

export type Clock = "wall" | "cpu";

/** Milliseconds a run took, one figure a round. */
export interface Timing extends Readonly<Record<Clock, number[]>> {
  readonly name: string;
}

const WARM_UP = 400;
const SLICE = 6;

export function median(figures: readonly number[]): number {
  const sorted = [...figures].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? NaN)) / 2;
}

async function batch(run: () => unknown, loops: number) {
  const results: unknown[] = [];
  const cpuBefore = process.cpuUsage();
  const before = performance.now();
  for (let loop = 0; loop < loops; loop += 1) {
    const result = run();
    results.push(result instanceof Promise ? await result : result);
  }
  const wall = (performance.now() - before) / loops;
  const { user, system } = process.cpuUsage(cpuBefore);
  return { results, wall, cpu: (user + system) / 1000 / loops };
}

/** Warms a task up; how often to run it in a round, and the digest of every right result. */
async function prepare({ run, digest }: Task) {
  const until = performance.now() + WARM_UP;
  let last = await batch(run, 1);
  while (performance.now() < until) last = await batch(run, 1);
  return { loops: Math.max(1, Math.round(SLICE / last.wall)), right: digest(last.results[0]) };
}

/**
 * Times tasks in turn, so that whatever else the machine does falls on all of them alike: libraries that time one
 * after the other are wrong by a third on a busy machine. The order rotates from round to round.
 */
export async function interleave(tasks: readonly Task[], rounds: number): Promise<Timing[]> {
  const entries: { task: Task; loops: number; right: number; timing: Timing }[] = [];
  for (const one of tasks)
    entries.push({ task: one, ...(await prepare(one)), timing: { name: one.name, wall: [], cpu: [] } });
  for (let round = 0; round < rounds; round += 1) {
    for (let place = 0; place < entries.length; place += 1) {
      const entry = entries[(place + round) % entries.length];
      if (!entry) continue;
      const { results, wall, cpu } = await batch(entry.task.run, entry.loops);
      if (results.some((result) => entry.task.digest(result) !== entry.right))
        throw new Error(`${entry.task.name} gave two different answers.`);
      entry.timing.wall.push(wall);
      entry.timing.cpu.push(cpu);
    }
  }
  return entries.map(({ timing }) => timing);
}

/** How many times as long one took as another: the median of the rounds' ratios. */
const ratio = (of: Timing, to: Timing, clock: Clock): number =>
  median(of[clock].map((figure, round) => figure / (to[clock][round] ?? NaN)));

/** A ratio by both clocks. */
export const ratios = (of: Timing, to: Timing) => ({ wall: ratio(of, to, "wall"), cpu: ratio(of, to, "cpu") });
