import { parseXml, isOn, type Attributes } from "../reading/xml.ts";
import type { Parts } from "../reading/zip-parts.ts";
import { builtInFormat } from "./built-in-formats.ts";
import type { ColourOf } from "./colours.ts";
import type { Borders, Look, Side } from "./look.ts";

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

const SIDES: Readonly<Record<string, Side>> = {
  top: "top",
  right: "right",
  bottom: "bottom",
  left: "left",
  start: "left",
  end: "right",
};

/** How the cell styles of a workbook look, by their number. */
export function styleLooks(parts: Parts, path: string, colourOf: ColourOf): readonly Look[] {
  const reader = new StylesReader(colourOf);
  parseXml(parts.pieces(path), reader);
  return reader.looks();
}

class StylesReader {
  private readonly formats = new Map<number, string>();
  private readonly fonts: Mutable<Look>[] = [];
  private readonly fills: (string | undefined)[] = [];
  private readonly borders: Mutable<Borders>[] = [];
  private readonly styles: { readonly xf: Attributes; alignment: Attributes }[] = [];
  private list = "";
  private side: Side | undefined;
  private sideStyle = "";

  constructor(private readonly colourOf: ColourOf) {}

  open(name: string, attributes: Attributes, parent: string): void {
    if (parent === "styleSheet") this.list = name;
    else if (this.list === "numFmts" && name === "numFmt")
      this.formats.set(Number(attributes.numFmtId), attributes.formatCode ?? "");
    else if (this.list === "fonts") this.openInFont(name, attributes);
    else if (this.list === "fills") this.openInFill(name, attributes, parent);
    else if (this.list === "borders") this.openInBorder(name, attributes);
    else if (this.list === "cellXfs" && name === "xf") this.styles.push({ xf: attributes, alignment: {} });
    else if (this.list === "cellXfs" && name === "alignment") {
      const last = this.styles.at(-1);
      if (last) last.alignment = attributes;
    }
  }

  private openInFont(name: string, attributes: Attributes): void {
    if (name === "font") this.fonts.push({});
    const font = this.fonts.at(-1);
    if (!font) return;
    const isSet = attributes.val === undefined || isOn(attributes.val);
    if (name === "b" && isSet) font.isBold = true;
    else if (name === "i" && isSet) font.isItalic = true;
    else if (name === "strike" && isSet) font.isStruck = true;
    else if (name === "u" && attributes.val !== "none") font.isUnderlined = true;
    else if (name === "sz") font.fontSize = Number(attributes.val);
    else if (name === "name" && attributes.val !== undefined) font.fontName = attributes.val;
    else if (name === "color") {
      const colour = this.colourOf(attributes);
      if (colour !== undefined) font.colour = colour;
    }
  }

  private openInFill(name: string, attributes: Attributes, parent: string): void {
    if (name === "fill") this.fills.push(undefined);
    else if (name === "fgColor" && parent === "patternFill")
      this.fills[this.fills.length - 1] = this.colourOf(attributes);
    else if (name === "patternFill" && attributes.patternType === "none") this.fills[this.fills.length - 1] = undefined;
  }

  private openInBorder(name: string, attributes: Attributes): void {
    if (name === "border") this.borders.push({});
    const side = SIDES[name];
    if (side) {
      this.side = side;
      this.sideStyle = attributes.style ?? "none";
    }
    const border = this.borders.at(-1);
    if (!border || this.side === undefined || this.sideStyle === "none") return;
    if (side) border[side] = { style: this.sideStyle, colour: undefined };
    else if (name === "color") border[this.side] = { style: this.sideStyle, colour: this.colourOf(attributes) };
  }

  looks(): readonly Look[] {
    const [plain = {}] = this.fonts;
    return this.styles.map(({ xf, alignment }) => {
      const { numFmtId = "0", fontId = "0", fillId = "0", borderId = "0" } = xf;
      const format = this.formats.get(Number(numFmtId)) ?? builtInFormat(Number(numFmtId));
      const { fontName, fontSize, colour, ...font } = this.fonts[Number(fontId)] ?? {};
      const fill = this.fills[Number(fillId)];
      const borders = this.borders[Number(borderId)] ?? {};
      return {
        ...font,
        ...(fontName !== undefined && fontName !== plain.fontName ? { fontName } : {}),
        ...(fontSize !== undefined && fontSize !== plain.fontSize ? { fontSize } : {}),
        ...(colour !== undefined && colour !== "000000" ? { colour } : {}),
        ...(format === undefined || format === "General" ? {} : { numberFormat: format }),
        ...(fill === undefined ? {} : { fill }),
        ...(Object.keys(borders).length > 0 ? { borders } : {}),
        ...(alignment.horizontal === undefined || alignment.horizontal === "general"
          ? {}
          : { horizontal: alignment.horizontal }),
        ...(alignment.vertical === undefined ? {} : { vertical: alignment.vertical }),
        ...(isOn(alignment.wrapText) ? { wrap: true as const } : {}),
      };
    });
  }
}
