import { countedXml, elementXml, MAIN, XML_START } from "./xml-text.ts";
import { insist } from "./rules-of-excel.ts";
import { colourXml } from "./style.ts";
import type { CellStyle } from "./style.ts";

/** The numbers by which cells and conditional formats point at a style; gathers those used for the part. */
export interface Styles {
  /** The number for a cell; 0, the plain style, if no name is given. */
  cell(name: string | undefined): number;
  /** The number for a conditional format. */
  conditional(name: string): number;
  xml(): string;
}

const DEFAULT_FONT = { name: "Calibri", size: 11 };
// Formats that Excel knows by number; the rest are numbered from 164.
const BUILT_IN: Readonly<Record<string, number>> = { General: 0, "0": 1, "0.00": 2, "#,##0": 3, "0%": 9, "@": 49 };
const FIRST_OWN_FORMAT = 164;

export function createStyles(named: Readonly<Record<string, CellStyle>>): Styles {
  const fonts = new NumberedList([fontXml({})]);
  const fills = new NumberedList([fillXml("none"), fillXml("gray125")]);
  const borders = new NumberedList([borderXml(undefined)]);
  const formats = new NumberedList([]);
  const cells = new NumberedList([elementXml("xf", { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0, xfId: 0 })]);
  const conditionals = new NumberedList([]);
  const cellNumbers = new Map<string, number>();

  function styleOf(name: string): CellStyle {
    const style = named[name];
    insist(style !== undefined, `There is no style "${name}".`);
    return style;
  }

  function formatNumber(code: string): number {
    return BUILT_IN[code] ?? FIRST_OWN_FORMAT + formats.numberOf(code);
  }

  function cellXml(style: CellStyle): string {
    const numbers = {
      numFmtId: style.numberFormat === undefined ? 0 : formatNumber(style.numberFormat),
      fontId: fonts.numberOf(fontXml(style.font ?? {})),
      fillId: style.fill === undefined ? 0 : fills.numberOf(fillXml("solid", style.fill)),
      borderId: borders.numberOf(borderXml(style.border)),
    };
    const alignment = alignmentXml(style);
    const applied = {
      applyNumberFormat: numbers.numFmtId > 0 || undefined,
      applyFont: numbers.fontId > 0 || undefined,
      applyFill: numbers.fillId > 0 || undefined,
      applyBorder: numbers.borderId > 0 || undefined,
      applyAlignment: alignment !== "" || undefined,
    };
    return elementXml("xf", { ...numbers, xfId: 0, ...applied }, alignment);
  }

  function cellNumber(name: string): number {
    const number = cellNumbers.get(name) ?? cells.numberOf(cellXml(styleOf(name)));
    cellNumbers.set(name, number);
    return number;
  }

  return {
    cell: (name) => (name === undefined ? 0 : cellNumber(name)),
    conditional: (name) => conditionals.numberOf(differenceXml(styleOf(name))),
    xml: () =>
      XML_START +
      elementXml(
        "styleSheet",
        { xmlns: MAIN },
        countedXml("numFmts", formats.items.map(formatXml)) +
          countedXml("fonts", fonts.items) +
          countedXml("fills", fills.items) +
          countedXml("borders", borders.items) +
          '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
          countedXml("cellXfs", cells.items) +
          '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>' +
          (countedXml("dxfs", conditionals.items) || '<dxfs count="0"/>') +
          '<tableStyles count="0" defaultTableStyle="TableStyleMedium2" defaultPivotStyle="PivotStyleLight16"/>',
      ),
  };
}

class NumberedList {
  constructor(readonly items: string[]) {}

  numberOf(item: string): number {
    const at = this.items.indexOf(item);
    return at >= 0 ? at : this.items.push(item) - 1;
  }
}

const formatXml = (code: string, at: number): string =>
  elementXml("numFmt", { numFmtId: FIRST_OWN_FORMAT + at, formatCode: code });

const faceXml = ({ isBold, isItalic }: NonNullable<CellStyle["font"]>): string =>
  (isBold ? "<b/>" : "") + (isItalic ? "<i/>" : "");

// A font without a name loses its family when other programs save the file.
function fontXml(font: NonNullable<CellStyle["font"]>): string {
  const { name, size, colour } = { ...DEFAULT_FONT, ...font };
  const sized = elementXml("sz", { val: size }) + colourXml("color", colour);
  return elementXml("font", {}, faceXml(font) + sized + elementXml("name", { val: name }) + '<family val="2"/>');
}

const fillXml = (pattern: string, colour?: string): string =>
  elementXml(
    "fill",
    {},
    elementXml(
      "patternFill",
      { patternType: pattern },
      colour && colourXml("fgColor", colour) + '<bgColor indexed="64"/>',
    ),
  );

function borderXml(colour: string | undefined): string {
  const side = (name: string): string =>
    colour === undefined ? `<${name}/>` : elementXml(name, { style: "thin" }, colourXml("color", colour));
  return elementXml("border", {}, ["left", "right", "top", "bottom"].map(side).join("") + "<diagonal/>");
}

const alignmentXml = ({ horizontal, vertical, wrap }: CellStyle): string =>
  horizontal === undefined && vertical === undefined && wrap !== true
    ? ""
    : elementXml("alignment", { horizontal, vertical, wrapText: wrap || undefined });

// A conditional format says only what differs, cannot change the font's name or size, and fills with the background colour.
function differenceXml({ font, fill }: CellStyle): string {
  const fontPart = font && faceXml(font) + colourXml("color", font.colour);
  const fillPart = fill && elementXml("fill", {}, elementXml("patternFill", {}, colourXml("bgColor", fill)));
  return elementXml("dxf", {}, (fontPart ? elementXml("font", {}, fontPart) : "") + (fillPart ?? ""));
}
