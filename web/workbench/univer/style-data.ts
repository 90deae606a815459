import {
  BooleanNumber,
  BorderStyleTypes,
  HorizontalAlign,
  VerticalAlign,
  WrapStrategy,
  type IBorderData,
  type IStyleData,
  type Nullable,
} from "@univerjs/core";
import type { Border, Borders, Look, Side } from "../../../xlsx/looks/look.ts";

const HORIZONTAL: Readonly<Record<string, HorizontalAlign>> = {
  left: HorizontalAlign.LEFT,
  center: HorizontalAlign.CENTER,
  centerContinuous: HorizontalAlign.CENTER,
  right: HorizontalAlign.RIGHT,
  justify: HorizontalAlign.JUSTIFIED,
};
const VERTICAL: Readonly<Record<string, VerticalAlign>> = {
  top: VerticalAlign.TOP,
  center: VerticalAlign.MIDDLE,
  bottom: VerticalAlign.BOTTOM,
};
const BORDERS: Readonly<Record<string, BorderStyleTypes>> = {
  thin: BorderStyleTypes.THIN,
  hair: BorderStyleTypes.HAIR,
  dotted: BorderStyleTypes.DOTTED,
  dashed: BorderStyleTypes.DASHED,
  dashDot: BorderStyleTypes.DASH_DOT,
  dashDotDot: BorderStyleTypes.DASH_DOT_DOT,
  double: BorderStyleTypes.DOUBLE,
  medium: BorderStyleTypes.MEDIUM,
  mediumDashed: BorderStyleTypes.MEDIUM_DASHED,
  mediumDashDot: BorderStyleTypes.MEDIUM_DASH_DOT,
  mediumDashDotDot: BorderStyleTypes.MEDIUM_DASH_DOT_DOT,
  slantDashDot: BorderStyleTypes.SLANT_DASH_DOT,
  thick: BorderStyleTypes.THICK,
};
const SIDES = { top: "t", right: "r", bottom: "b", left: "l" } as const satisfies Record<Side, keyof IBorderData>;

const BLACK = "000000";
const on = { s: BooleanNumber.TRUE };
const named = <T>(names: Readonly<Record<string, T>>, value: Nullable<T>): string | undefined =>
  Object.entries(names).find(([, one]) => one === value)?.[0];

/** A look as Univer keeps it. */
export function styleData(look: Look): IStyleData {
  const { numberFormat, fontName, fontSize, colour, fill, horizontal, vertical, borders } = look;
  const [ht, vt] = [HORIZONTAL[horizontal ?? ""], VERTICAL[vertical ?? ""]];
  return {
    ...(numberFormat === undefined ? {} : { n: { pattern: numberFormat } }),
    ...(fontName === undefined ? {} : { ff: fontName }),
    ...(fontSize === undefined ? {} : { fs: fontSize }),
    ...(look.isBold ? { bl: BooleanNumber.TRUE } : {}),
    ...(look.isItalic ? { it: BooleanNumber.TRUE } : {}),
    ...(look.isUnderlined ? { ul: on } : {}),
    ...(look.isStruck ? { st: on } : {}),
    // Univer's tables have letters of their own colour in their headers, made for a fill of their own.
    ...(colour === undefined && fill === undefined ? {} : { cl: { rgb: `#${colour ?? BLACK}` } }),
    ...(fill === undefined ? {} : { bg: { rgb: `#${fill}` } }),
    ...(ht === undefined ? {} : { ht }),
    ...(vt === undefined ? {} : { vt }),
    ...(look.wrap ? { tb: WrapStrategy.WRAP } : {}),
    ...(borders === undefined ? {} : { bd: borderData(borders) }),
  };
}

const borderData = (borders: Borders): IBorderData =>
  Object.fromEntries(
    Object.entries(borders).map(([side, { style, colour }]) => [
      SIDES[side as Side],
      { s: BORDERS[style] ?? BorderStyleTypes.THIN, cl: { rgb: `#${colour ?? "000000"}` } },
    ]),
  );

/** "#FFCC00" or "rgb(255,204,0)" as "FFCC00". */
function colourOf(colour: Nullable<{ readonly rgb?: Nullable<string> }>): string | undefined {
  const text = colour?.rgb ?? "";
  const hex = /^#([0-9a-f]{6})$/i.exec(text)?.[1];
  if (hex !== undefined) return hex.toUpperCase();
  const channels = /^rgba?\(\s*(\d+)\s*,\s*(\d+)\s*,\s*(\d+)/.exec(text)?.slice(1, 4);
  return channels?.map((channel) => Number(channel).toString(16).toUpperCase().padStart(2, "0")).join("");
}

/** How cells look that Univer keeps so; the reverse of {@link styleData}. */
export function lookOf(style: Nullable<IStyleData>): Look {
  if (!style) return {};
  const { n, ff, fs, bl, it, ul, st, cl, bg, ht, vt, tb, bd } = style;
  const [colour, fill] = [colourOf(cl), colourOf(bg)];
  const [horizontal, vertical] = [named(HORIZONTAL, ht), named(VERTICAL, vt)];
  return {
    ...(n?.pattern === undefined || n.pattern === "General" || n.pattern === "" ? {} : { numberFormat: n.pattern }),
    ...(ff === undefined || ff === null ? {} : { fontName: ff }),
    ...(fs === undefined ? {} : { fontSize: fs }),
    ...(bl === BooleanNumber.TRUE ? { isBold: true as const } : {}),
    ...(it === BooleanNumber.TRUE ? { isItalic: true as const } : {}),
    ...(ul?.s === BooleanNumber.TRUE ? { isUnderlined: true as const } : {}),
    ...(st?.s === BooleanNumber.TRUE ? { isStruck: true as const } : {}),
    ...(colour === undefined || colour === BLACK ? {} : { colour }),
    ...(fill === undefined ? {} : { fill }),
    ...(horizontal === undefined ? {} : { horizontal }),
    ...(vertical === undefined ? {} : { vertical }),
    ...(tb === WrapStrategy.WRAP ? { wrap: true as const } : {}),
    ...(bd ? { borders: bordersOf(bd) } : {}),
  };
}

function bordersOf(data: IBorderData): Borders {
  const borders = Object.entries(SIDES).flatMap(([side, key]) => {
    const border = data[key];
    const style = named(BORDERS, border?.s);
    return style === undefined ? [] : [[side, { style, colour: colourOf(border?.cl) } satisfies Border] as const];
  });
  return Object.fromEntries(borders);
}
