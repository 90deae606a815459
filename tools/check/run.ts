import { readFileSync, statSync } from "node:fs";
import { basename } from "node:path";
import { readWorkbook } from "../../xlsx/read-workbook.ts";
import { isoDay } from "../../rules/dates.ts";
import { HELP, parseArguments, Refusal } from "./arguments.ts";
import { asData } from "./as-data.ts";
import { asText } from "./as-text.ts";
import { checkFile } from "./check-file.ts";
import { hasBreaches } from "./groups.ts";
import { leavesRowsOut } from "../../rules/workbook/notes.ts";

/** Larger than any list of cases; a file beyond it is something else. */
const MOST_BYTES = 100 * 2 ** 20;

export interface Outcome {
  readonly code: 0 | 1 | 2;
  /** For the output stream. */
  readonly out: string;
  /** For the error stream. */
  readonly err: string;
}

function bytesOf(path: string): Uint8Array {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) throw new Refusal(`There is no file ${path}.`);
  if (!stat.isFile()) throw new Refusal(`${path} is not a file. Give the workbook itself.`);
  if (stat.size > MOST_BYTES)
    throw new Refusal(
      `${path} is larger than 100 MB, which no list of cases is. Save the allocations in a workbook of their own.`,
    );
  try {
    return readFileSync(path);
  } catch {
    throw new Refusal(`${path} cannot be opened. Is it open elsewhere, or not yours to read?`);
  }
}

/**
 * Checks the workbook that a command line names. Code 0: clear or advice only; 1: findings, or
 * rows left out that may be cases; 2: the command line
 * or the file cannot be followed. The file is only ever read.
 */
export function run(words: readonly string[], today: string): Outcome {
  try {
    const given = parseArguments(words);
    if (given === "help") return { code: 0, out: HELP, err: "" };
    const { file, isJson, ...asked } = given;
    const workbook = readWorkbook(bytesOf(file));
    if ("unreadable" in workbook) return { code: 2, out: "", err: `${basename(file)}: ${workbook.unreadable}` };
    const checked = checkFile(workbook, { asked, today: isoDay(today) });
    const out = isJson ? JSON.stringify(asData(checked), null, 2) : asText(basename(file), checked);
    return { code: checked.lists.some(hasBreaches) || leavesRowsOut(checked.found) ? 1 : 0, out, err: "" };
  } catch (error) {
    if (error instanceof Refusal) return { code: 2, out: "", err: error.message };
    throw error;
  }
}
