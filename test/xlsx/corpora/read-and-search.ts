import { findInWorkbook } from "../../../rules/workbook/found.ts";
import { contentsOf } from "../../../tools/check/contents.ts";
import { readWorkbook } from "../../../xlsx/read-workbook.ts";
import type { ReadAnswer } from "./jobs.ts";

/** Reads a workbook as every host does, and looks for lists of allocations in it. */
export function readAndSearch(bytes: Uint8Array): ReadAnswer {
  const workbook = readWorkbook(bytes);
  if ("unreadable" in workbook) return { refused: workbook.unreadable };
  const { lists, questions } = findInWorkbook(contentsOf(workbook).contents);
  return { lists: lists.map(({ sheet }) => sheet), questions: questions.length, unreadSheets: workbook.unreadSheets };
}
