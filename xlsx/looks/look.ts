/** How a cell is shown, as far as it differs from the workbook's plain style. Colours are "RRGGBB". */
export interface Look {
  readonly numberFormat?: string;
  readonly fontName?: string;
  /** In points. */
  readonly fontSize?: number;
  readonly isBold?: true;
  readonly isItalic?: true;
  readonly isUnderlined?: true;
  readonly isStruck?: true;
  readonly colour?: string;
  readonly fill?: string;
  readonly horizontal?: string;
  readonly vertical?: string;
  readonly wrap?: true;
  readonly borders?: Borders;
}

/** The style of a border as files name it, "thin", and its colour. */
export interface Border {
  readonly style: string;
  readonly colour: string | undefined;
}

export type Side = "top" | "right" | "bottom" | "left";
export type Borders = Readonly<Partial<Record<Side, Border>>>;
