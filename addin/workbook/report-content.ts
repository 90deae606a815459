/** A sheet to write into the workbook: figures and native charts, as plain as Excel takes them. */
export interface ReportSheet {
  readonly name: string;
  readonly title: string;
  /** Lines below the title: as of when, by which policy, what "Clear" means. */
  readonly notes: readonly string[];
  readonly tables: readonly ReportTable[];
  readonly charts: readonly ReportChart[];
}

export interface ReportTable {
  readonly heading: string;
  readonly headers: readonly string[];
  /** Texts are written as texts, whatever they begin with; a percentage is a fraction. */
  readonly rows: readonly (readonly (string | number)[])[];
  /** How the numbers of a column are shown, such as "0 %"; undefined for texts and plain numbers. */
  readonly formats?: readonly (string | undefined)[];
}

export interface ReportChart {
  readonly title: string;
  readonly kind: "line" | "stacked-columns";
  /** Which table it draws, by its place among `tables`: the first column names the points, each other column is a series. */
  readonly table: number;
}
