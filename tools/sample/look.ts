import { SHOWN_AS, type Verdict } from "../../rules/finding.ts";
import type { CellStyle } from "../../xlsx/writing/style.ts";

const LINE = "BFC7D1";

/** A colour for each verdict; its words say the same, so nobody needs to see the colour. */
export const VERDICT_STYLES: Readonly<Record<Verdict, CellStyle>> = {
  "not-eligible": { font: { colour: "FFFFFF", isBold: true }, fill: "9C0006" },
  action: { font: { colour: "7A2E00", isBold: true }, fill: "FBD9C3" },
  check: { font: { colour: "5C4400" }, fill: "FFF0BF" },
  advice: { font: { colour: "1F3864" }, fill: "DCE6F4" },
  clear: { font: { colour: "1E5631" }, fill: "E4F1E1" },
};

const cell = { border: LINE, vertical: "top" } as const;

export const STYLES = {
  title: { font: { isBold: true, size: 16, colour: "1F3864" } },
  subtitle: { font: { isItalic: true, colour: "44546A" } },
  // LibreOffice draws no table styles, so that the header has its own fill and font.
  header: {
    font: { isBold: true, colour: "FFFFFF" },
    fill: "1F3864",
    border: LINE,
    wrap: true,
    vertical: "center",
    horizontal: "left",
  },
  checkHeader: {
    font: { isBold: true, colour: "FFFFFF" },
    fill: "44546A",
    border: LINE,
    wrap: true,
    vertical: "center",
    horizontal: "left",
  },
  text: cell,
  ref: { ...cell, font: { isBold: true } },
  number: { ...cell, horizontal: "center" },
  date: { ...cell, horizontal: "left", numberFormat: "dd/mm/yyyy" },
  wrapped: { ...cell, wrap: true },
  ...VERDICT_STYLES,
} as const satisfies Readonly<Record<string, CellStyle>>;

export type StyleName = keyof typeof STYLES;

export const VERDICTS = Object.keys(SHOWN_AS) as readonly Verdict[];
