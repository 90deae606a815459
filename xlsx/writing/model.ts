import type { CellValue } from "../workbook.ts";
import type { CellStyle } from "./style.ts";
import type { ConditionalFormat } from "./conditional-formats.ts";
import type { Validation } from "./validations.ts";

/** A workbook to write. Rows and columns are zero-based; ranges are addresses ("A5:A44"); formulas have no "=". */
export interface WorkbookModel {
  readonly sheets: readonly SheetModel[];
  readonly names?: readonly NameModel[];
  /** The styles that cells, columns and conditional formats use by name. */
  readonly styles?: Readonly<Record<string, CellStyle>>;
  readonly date1904?: boolean;
  readonly title?: string;
  readonly author?: string;
  readonly addIn?: AddInModel;
}

export interface NameModel {
  readonly name: string;
  /** `Lists!$A$2:$A$9`, `45626`, `"kent-trial-2024"`. */
  readonly formula: string;
}

/** The add-in whose functions the workbook's formulas use, so that Excel can offer it. */
export interface AddInModel {
  /** The manifest's id. */
  readonly id: string;
  readonly version: string;
  /** The functions as Excel stores them: `_xldudf_LP_ELIGIBLE` for `LP.ELIGIBLE`. */
  readonly customFunctionIds: readonly string[];
  /** What the add-in keeps in the file: key to JSON text. */
  readonly settings?: ReadonlyMap<string, string>;
  /** Where Excel looks the add-in up; a developer's registry unless given. */
  readonly store?: string;
  readonly storeType?: string;
}

export interface SheetModel {
  readonly name: string;
  readonly visibility?: "visible" | "hidden" | "very-hidden";
  readonly columns?: readonly ColumnModel[];
  readonly rows: readonly (readonly CellModel[])[];
  /** Row to height in points. */
  readonly rowHeights?: Readonly<Record<number, number>>;
  readonly hiddenRows?: readonly number[];
  /** How many rows and columns stay in view. */
  readonly frozen?: { readonly rows?: number; readonly columns?: number };
  readonly hasGridlines?: boolean;
  /** RRGGBB. */
  readonly tabColour?: string;
  readonly merges?: readonly string[];
  readonly tables?: readonly TableModel[];
  readonly validations?: readonly Validation[];
  readonly conditionalFormats?: readonly ConditionalFormat[];
  readonly print?: PrintModel;
}

export interface ColumnModel {
  /** In characters, as Excel's column width box shows it. */
  readonly width?: number;
  readonly isHidden?: boolean;
  /** For the column's blank cells and its cells that name no style. */
  readonly style?: string;
}

/** A bare value, or a value with a formula or style. "" is blank. */
export type CellModel = CellValue | StyledCell | FormulaCell | SpillCell;

export interface StyledCell {
  readonly value?: CellValue;
  readonly style?: string;
}

export interface FormulaCell {
  readonly formula: string;
  /** What the formula last gave, shown until Excel calculates: an error is its text, "#N/A". */
  readonly value: CellValue;
  readonly style?: string;
}

/** A formula that spills: its results fill this cell and those right and below, which must be blank in the model. */
export interface SpillCell {
  readonly formula: string;
  readonly spill: readonly (readonly CellValue[])[];
  readonly style?: string;
}

export interface TableModel {
  readonly name: string;
  /** From the header row, whose cells name the columns, to the last row. */
  readonly range: string;
  /** One of Excel's table styles; none unless given. */
  readonly style?: string;
  /** Filter buttons in the header; true unless given. */
  readonly hasFilter?: boolean;
  /** Header to the formula that Excel fills into new rows. */
  readonly calculatedColumns?: Readonly<Record<string, string>>;
}

export interface PrintModel {
  readonly orientation?: "portrait" | "landscape";
  /** So many pages wide, and as many pages long as it takes. */
  readonly pagesWide?: number;
  /** Rows repeated on every page, first and last. */
  readonly titleRows?: readonly [number, number];
  /** Columns repeated on every page, first and last. */
  readonly titleColumns?: readonly [number, number];
}
