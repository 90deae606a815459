import { Refusal } from "./problem.ts";

/** How many bytes an answer takes on the way back: Lambda carries JSON, with the body in it as a text. */
const carriedAs = (answer: object): number => Buffer.byteLength(JSON.stringify(JSON.stringify(answer)));

/** Refuses an answer on so many rows that is larger than what can be carried, with how many rows may be asked about. */
export function refuseTooLarge(answer: object, rows: number, most: number): void {
  const bytes = carriedAs(answer);
  if (bytes <= most) return;
  // Some rows have more said of them than others, so a tenth is left as room.
  const atMost = Math.max(1, Math.floor((rows * most * 0.9) / bytes));
  throw new Refusal(
    413,
    `The answer on these ${rows} rows is larger than one answer can be. Ask about ${atMost} rows at most, and then about the others.`,
    [],
    { atMost },
  );
}
