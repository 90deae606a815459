import type { WrittenRow } from "../../rules/policy-table/policy-rows.ts";
import type { FoundInWorkbook, FoundList, FoundPolicyTable } from "../../rules/workbook/found.ts";
import type { Severity } from "../../rules/finding.ts";
import type { Cell } from "../../rules/read.ts";
import type { WorkbookInputs } from "./workbook-inputs.ts";
import type { Choices, SentSnapshots } from "./choices.ts";
import type { CellRead, CellWrite } from "./write-cells.ts";
import type { ReportSheet } from "./report-content.ts";

/** A list of allocations with what Excel knows it by. `allocations.headerRow` and `.rowNumbers` count from 1, columns from 0. */
export interface WorkbookList extends FoundList {
  /** Tells it from every other list of the workbook, over edits: the table's id, or the sheet's. */
  readonly key: string;
  readonly sheetId: string;
  readonly tableId: string | undefined;
  readonly isProtected: boolean;
}

/** Everything that is read when the pane starts, or when the structure of the workbook has changed. */
export interface WorkbookRead extends Pick<FoundInWorkbook, "questions" | "strayRows" | "noLists" | "hiddenSheets"> {
  readonly lists: readonly WorkbookList[];
  readonly inputs: WorkbookInputs;
  readonly activeSheetId: string;
  /** What this workbook keeps for the add-in and cannot be used, as sentences. */
  readonly problems: readonly string[];
}

/** What happened in the workbook, events within a moment gathered into one. Rows and columns count from 0. */
export type Change =
  /** Cells were edited: what they hold now, row by row from `top` and `left`. */
  | {
      readonly kind: "cells";
      readonly sheetId: string;
      readonly top: number;
      readonly left: number;
      readonly cells: readonly (readonly Cell[])[];
    }
  /** Rows, columns, tables or sheets came, went or moved: read anew. */
  | { readonly kind: "structure" }
  | { readonly kind: "selection"; readonly sheetId: string; readonly row: number; readonly column: number };

export interface Mark {
  /** Counted from 0 on the sheet. */
  readonly row: number;
  readonly column: number;
  readonly severity: Severity;
}

/** Cells written beside a list by us: formulas that spill, or plain values where the list is too long for one. */
export interface CheckColumns {
  /** `mixed`: LP check is a formula, but the list is too long for LP why, which holds plain values. */
  readonly kind: "formulas" | "mixed" | "values";
  /** The address of the header cells, such as "Cases!AR4:AS4". */
  readonly address: string;
}

/** What Excel would not do, as a sentence for the manager; `code` and `detail` are for whoever helps them. */
export class WorkbookProblem extends Error {
  readonly code: string;
  readonly detail: string;
  constructor(code: string, sentence: string, detail = "") {
    super(sentence);
    this.name = "WorkbookProblem";
    this.code = code;
    this.detail = detail;
  }
}

/** The workbook as the pane and the functions know it. Every method throws a `WorkbookProblem` for what Excel refuses. */
export interface Workbook {
  /** Finds and reads everything: two round trips, more only above Excel's limit for one answer. `choices` of the caller, or the workbook's own. */
  read(): Promise<WorkbookRead>;
  /** Reports every change that bears on what `read` found and that this add-in did not make itself, until the function given back is called. */
  watch(report: (change: Change) => void): Promise<() => Promise<void>>;
  /** Shows a cell and selects it; rows and columns from 0. */
  goTo(sheetId: string, row: number, column: number): Promise<void>;
  /** Marks cells by severity with formats that are told apart by more than colour; takes earlier marks of the sheet away. */
  mark(sheetId: string, marks: readonly Mark[]): Promise<void>;
  /** Takes away the marks that are ours, on every sheet, and nothing else. */
  clearMarks(): Promise<void>;
  /** Writes LP.CHECK and LP.WHY beside a list; above their limits `values` gives a plain column for each. */
  addCheckColumns(list: WorkbookList, values: () => CheckValues): Promise<CheckColumns>;
  /** Writes the check columns anew from our own definition; gives how many there were. */
  repair(lists: readonly WorkbookList[], values: (list: WorkbookList) => CheckValues): Promise<number>;
  /** Makes every formula of the workbook calculate anew. */
  recalculate(): Promise<void>;
  /** A new sheet with the template's headers and invented rows, so that an empty workbook is no dead end. */
  insertExample(): Promise<void>;
  /** Writes single cells of a row, where `standing` still says what they held; nothing at all where it does not. */
  writeCells(sheetId: string, writes: readonly CellWrite[], standing: readonly CellRead[]): Promise<void>;
  /**
   * Adds columns at the end of a list, of which the first is to stand in the column `at`; nothing that stands there is
   * moved or written over but our own check columns, which are taken away. Gives whether those stood there.
   */
  addColumns(list: WorkbookList, at: number, headers: readonly string[]): Promise<boolean>;
  /** A new sheet with the table Practitioners: the headers, and a row for each name. */
  makePractitioners(headers: readonly string[], rows: readonly (readonly (string | number)[])[]): Promise<void>;
  /** Writes a policy's rows into the table Policy where it still holds what was found; on a new sheet where there is none. */
  writePolicy(rows: readonly WrittenRow[], found: FoundPolicyTable | undefined): Promise<void>;
  /** Shows a row of the table Policy, by the number that Excel shows beside it; the column from 0. */
  showPolicyRow(sheet: string, row: number, column: number): Promise<void>;
  /** A new sheet with the report's tables and native charts. */
  insertReport(report: ReportSheet): Promise<void>;
  /** Keeps the names LP_CheckDate and LP_Policy; undefined takes one away. The date is an Excel serial of this workbook. */
  keepCheckDate(serial: number | undefined): Promise<void>;
  keepPolicy(id: string | undefined): Promise<void>;
  /** Keeps everything that was chosen; marks and what was sent stay as the workbook has them. */
  keepChoices(choices: Choices): Promise<void>;
  /** Keeps receipts and unfinished uploads, as changed from what the workbook has of them now. */
  keepSent(change: (sent: SentSnapshots) => SentSnapshots): Promise<void>;
  /** Rows of a list as their cells stand now, from the row of an index: one round trip for about a thousand. */
  readRows(list: WorkbookList, from: number, count: number): Promise<readonly (readonly Cell[])[]>;
}

/** The verdict and the findings of each row, as LP.CHECK and LP.WHY would show them. */
export interface CheckValues {
  readonly check: readonly string[];
  readonly why: readonly string[];
}
