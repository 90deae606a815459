import { keysOf, type Verdicts } from "./breach-bits.ts";
import type { Day } from "../../rules/dates.ts";
import { byHand } from "./hand-written.ts";
import { INVENTED_DAY } from "./invented-row.ts";
import type { InventedSheet } from "./invented-sheet.ts";
import { jsonLogic } from "./json-logic.ts";
import { jsonRules } from "./json-rules.ts";
import { byOurs } from "./ours.ts";
import { zen } from "./zen.ts";
import { zod } from "./zod.ts";

type Judge = (invented: InventedSheet) => Verdicts | Promise<Verdicts>;

/** Everyone who works out the common subset on a check date, from the same raw cells to the same two words a row. */
const contestantsOn = (asOf: Day) =>
  ({
    ours: byOurs,
    "hand-written": byHand,
    "json-logic-engine": jsonLogic(asOf),
    zod: zod(asOf),
    "zen-engine": zen(asOf),
    "json-rules-engine": jsonRules(asOf),
  }) as const satisfies Record<string, Judge>;

export const CONTESTANTS = contestantsOn(INVENTED_DAY);

export type ContestantName = keyof typeof CONTESTANTS;

const PEERS = (Object.keys(CONTESTANTS) as ContestantName[]).filter((name) => name !== "ours");

/** The first row on which someone's verdict differs from ours, as a sentence; undefined if everybody agrees. */
export async function disagreement(invented: InventedSheet): Promise<string | undefined> {
  const ours = byOurs(invented);
  const { asOf } = invented.given;
  const contestants = asOf === INVENTED_DAY ? CONTESTANTS : contestantsOn(asOf);
  for (const name of PEERS) {
    const theirs = await contestants[name](invented);
    const word = ours.findIndex((bits, index) => bits !== theirs[index]);
    if (word < 0) continue;
    const row = word >> 1;
    const list = (verdicts: Verdicts): string => keysOf(verdicts, row).join(", ") || "nothing";
    return `On row ${row + 1} of ${invented.sheet.rows.length}, ${name} finds ${list(theirs)} where ours finds ${list(ours)}.`;
  }
  return undefined;
}
