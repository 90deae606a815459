/// <reference types="office-js" />
import { isBeingTyped, problemOf } from "./problems.ts";

export type Context = Excel.RequestContext;

/** How long is waited, in milliseconds. */
export interface Times {
  /** From the first of a burst of events to the report of them all. */
  readonly gather: number;
  /** Until Excel is asked again while somebody types in a cell. */
  readonly retry: number;
  /** How long an event may take to come after what this add-in wrote. */
  readonly own: number;
}

export const TIMES: Times = { gather: 150, retry: 700, own: 2_000 };

/** About half a minute: whoever leaves a cell open for longer is told so. */
const MOST_TRIES = 40;

const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

/** Whether this Excel has a set of its API, such as "1.14". */
export const supports = (version: string): boolean => Office.context.requirements.isSetSupported("ExcelApi", version);

/** Something a person asked for ("mark cells"): waits until they have left the cell that they are typing in. */
export async function command<T>(doing: string, work: (context: Context) => Promise<T>): Promise<T> {
  try {
    return await Excel.run({ delayForCellEdit: true }, work);
  } catch (error) {
    throw problemOf(error, doing);
  }
}

/** Something nobody asked for: never waits inside Excel, where it would hold up the person's own commands. */
export async function background<T>(
  doing: string,
  { retry }: Times,
  work: (context: Context) => Promise<T>,
): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await Excel.run(work);
    } catch (error) {
      if (!isBeingTyped(error) || tries >= MOST_TRIES) throw problemOf(error, doing);
      await wait(retry);
    }
  }
}
