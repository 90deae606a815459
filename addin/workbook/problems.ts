import { WorkbookProblem } from "./workbook.ts";

type Sentence = (doing: string) => string;

const TOO_LARGE: Sentence = (doing) =>
  `There is too much on the sheet to ${doing} at once. Delete rows and columns that nobody uses, or split the list over two sheets.`;
const NOT_SUPPORTED: Sentence = (doing) =>
  `This version of Excel is too old to ${doing}. Update Excel, or open the workbook in Excel on the web.`;
const GONE: Sentence = (doing) =>
  `What was to be worked on is no longer in the workbook, so Lead Professional could not ${doing}. Read the workbook again, then try once more.`;
const INTERRUPTED: Sentence = (doing) =>
  `Excel did not finish, so Lead Professional could not ${doing}. Check your connection if the workbook is in the cloud, then try again.`;

/** What a manager can do about each of Excel's error codes; Excel's own message is for programmers, in Excel's language. */
const SENTENCES: Readonly<Record<string, Sentence>> = {
  AccessDenied: (doing) =>
    `The sheet or the workbook is protected or open for reading only, so Lead Professional could not ${doing}. Unprotect it (Review > Unprotect Sheet or Protect Workbook), or save a copy and work there.`,
  InvalidOperationInCellEditMode: (doing) =>
    `A cell is being typed in, so Lead Professional could not ${doing}. Press Enter or Esc, then try again.`,
  ItemNotFound: GONE,
  InvalidReference: GONE,
  ItemAlreadyExists: (doing) =>
    `Something of the same name is in the workbook already, so Lead Professional could not ${doing}. Rename it, then try again.`,
  InsertDeleteConflict: (doing) =>
    `Other cells are in the way, so Lead Professional could not ${doing}. Make room beside the list, then try again.`,
  MergedRangeConflict: (doing) =>
    `Merged cells are in the way, so Lead Professional could not ${doing}. Unmerge them (Home > Merge & Center), then try again.`,
  FilteredRangeConflict: (doing) =>
    `The filter on this sheet is in the way, so Lead Professional could not ${doing}. Clear the filter (Data > Clear), then try again.`,
  PivotTableRangeConflict: (doing) =>
    `A PivotTable is in the way, so Lead Professional could not ${doing}. Move it, then try again.`,
  RequestPayloadSizeLimitExceeded: TOO_LARGE,
  ResponsePayloadSizeLimitExceeded: TOO_LARGE,
  RangeExceedsLimit: TOO_LARGE,
  OperationCellsExceedLimit: TOO_LARGE,
  ApiNotFound: NOT_SUPPORTED,
  ApiNotAvailable: NOT_SUPPORTED,
  NotImplemented: NOT_SUPPORTED,
  UnsupportedOperation: NOT_SUPPORTED,
  UnsupportedSheet: (doing) =>
    `This kind of sheet has no cells, so Lead Professional could not ${doing}. Choose a sheet with cells, then try again.`,
  UndoNotSupported: (doing) =>
    `Excel could not make this undoable, so Lead Professional did not ${doing}. Save the workbook, then try again.`,
  InactiveWorkbook: (doing) =>
    `Another workbook is in front, so Lead Professional could not ${doing}. Click into this workbook, then try again.`,
  RequestAborted: INTERRUPTED,
  Timeout: INTERRUPTED,
  ConnectionFailure: INTERRUPTED,
  ActivityLimitReached: (doing) =>
    `Excel is busy, so Lead Professional could not ${doing}. Wait a minute, then try again.`,
};

const OTHERWISE: Sentence = (doing) =>
  `Excel could not ${doing}. Try again; if it happens again, save the workbook, close it and open it anew.`;

/** An error as Office.js throws it; compared by shape, since the client may stand in another window. */
interface OfficeError {
  readonly code: string;
  readonly debugInfo?: { readonly errorLocation?: string; readonly statement?: string };
}

const isOfficeError = (error: unknown): error is OfficeError =>
  typeof error === "object" && error !== null && "code" in error && typeof error.code === "string";

const codeOf = (error: unknown): string => (isOfficeError(error) ? error.code : "");

/** Where it happened, without anything in quotation marks: that may be a name or what a cell holds. */
const detailOf = ({ debugInfo }: OfficeError): string =>
  [debugInfo?.errorLocation, debugInfo?.statement?.replace(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/g, "…")]
    .filter(Boolean)
    .join(" at ");

export const isBeingTyped = (error: unknown): boolean => codeOf(error) === "InvalidOperationInCellEditMode";

/** Whether Excel refused an answer for its size alone. */
export const isTooLarge = (error: unknown): boolean =>
  ["ResponsePayloadSizeLimitExceeded", "RangeExceedsLimit", "OperationCellsExceedLimit"].includes(codeOf(error));

/** What went wrong in words. `doing` completes "Lead Professional could not …". */
export function problemOf(error: unknown, doing: string): WorkbookProblem {
  if (error instanceof WorkbookProblem) return error;
  if (!isOfficeError(error))
    return new WorkbookProblem("Unexpected", OTHERWISE(doing), error instanceof Error ? error.name : typeof error);
  return new WorkbookProblem(error.code, (SENTENCES[error.code] ?? OTHERWISE)(doing), detailOf(error));
}

/** A protected sheet is said before Excel refuses it, and never unprotected. */
export const protectedSheet = (sheet: string, doing: string): WorkbookProblem =>
  new WorkbookProblem(
    "AccessDenied",
    `The sheet ${sheet} is protected, so Lead Professional cannot ${doing} on it. Unprotect it (Review > Unprotect Sheet), or work in a copy of the sheet.`,
  );
