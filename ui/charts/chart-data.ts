/** A chart as data: what is drawn, and what its table says. */
export interface ChartData {
  readonly id: string;
  readonly title: string;
  readonly kind: "line" | "stacked-columns";
  /** A share is drawn from 0 to 100 %; a count from 0 to the most there is. */
  readonly unit: "percent" | "count";
  readonly points: readonly Point[];
  readonly series: readonly Series[];
}

export interface Point {
  /** In the table: "November 2024". */
  readonly name: string;
  /** Below the chart: "Nov", and a second line where one begins: "2024". */
  readonly short: string;
  readonly below?: string | undefined;
}

export interface Series {
  /** Names its colour and pattern in the style sheet. */
  readonly id: string;
  readonly name: string;
  /** One for each point; undefined where there is none, which a line leaves open. */
  readonly values: readonly (number | undefined)[];
  /** In the table instead of the bare number: "17 of 20 (85 %)". */
  readonly shown: readonly string[];
}

/** Where everything of a chart stands, in units of its own box. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  /** The left and right end of what is drawn into. */
  readonly left: number;
  readonly right: number;
  readonly ticks: readonly { readonly y: number; readonly label: string }[];
  readonly labels: readonly { readonly x: number; readonly text: string; readonly below: string | undefined }[];
  readonly lines: readonly {
    readonly series: string;
    readonly path: string;
    readonly dots: readonly { readonly x: number; readonly y: number }[];
  }[];
  readonly bars: readonly {
    readonly series: string;
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  }[];
}

export type Draw = (chart: ChartData) => Drawing;
