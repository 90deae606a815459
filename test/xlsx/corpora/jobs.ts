import type { CellValue } from "../../../xlsx/workbook.ts";

/** What a process of its own is asked to do with one file. */
export interface Job {
  readonly kind: "read" | "compare" | "patch value" | "patch formula";
  readonly bytes: Uint8Array;
}

/** What our reader made of a file. */
export type ReadAnswer =
  | { readonly refused: string }
  | {
      readonly lists: readonly string[];
      /** Blocks of which a person would be asked whether they are a list. */
      readonly questions: number;
      readonly unreadSheets: readonly string[];
    };

/** A cell that two readers read differently; undefined where a reader has none. */
export interface Disagreement {
  readonly sheet: string;
  readonly address: string;
  readonly ours: CellValue | undefined;
  readonly theirs: CellValue | undefined;
}

export type CompareAnswer =
  { readonly unreadByThem: string } | { readonly agreeing: number; readonly disagreements: readonly Disagreement[] };

/** What became of a file of which one cell was changed. */
export type PatchAnswer =
  | { readonly hasNone: true }
  | { readonly refused: readonly string[] }
  | {
      readonly changedParts: readonly string[];
      /** What is not as it was, or cannot be read any more. */
      readonly faults: readonly string[];
      readonly bytes: Uint8Array;
    };

/** What a process answers, with the most memory (bytes) that it has held so far. */
export type Answered<Answer> = { readonly answer: Answer; readonly peak: number } | { readonly failed: string };
