import { parseXml, type Attributes } from "../reading/xml.ts";
import type { Parts } from "../reading/zip-parts.ts";

/** Colours of a workbook by how its styles name them, as "RRGGBB"; undefined for none, or one that the screen chooses. */
export type ColourOf = (attributes: Attributes) => string | undefined;

/** What files mean by number: eight colours twice, then Excel's own palette. */
const BASIC = "000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF".split(" ");
const INDEXED = [
  ...BASIC,
  ...BASIC,
  ..."800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF".split(
    " ",
  ),
  ..."000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99".split(
    " ",
  ),
  ..."3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333".split(
    " ",
  ),
];

/** The order in which styles number the colours of a theme. */
const THEME = "lt1 dk1 lt2 dk2 accent1 accent2 accent3 accent4 accent5 accent6 hlink folHlink".split(" ");
const OFFICE_THEME = "FFFFFF 000000 E7E6E6 44546A 4472C4 ED7D31 A5A5A5 FFC000 5B9BD5 70AD47 0563C1 954F72".split(" ");

/** The colours of the workbook's theme; Office's own where it has none that can be read. */
export function themeColours(parts: Parts, path: string | undefined): readonly string[] {
  const found = new Map<string, string>();
  if (path === undefined || !parts.has(path)) return OFFICE_THEME;
  let name = "";
  try {
    parseXml(parts.pieces(path), {
      open(element, { val, lastClr }, parent) {
        if (parent === "clrScheme") name = element;
        const rgb = element === "sysClr" ? lastClr : val;
        if (["srgbClr", "sysClr"].includes(element) && parent === name && rgb !== undefined && !found.has(name))
          found.set(name, rgb.toUpperCase());
      },
    });
  } catch {
    return OFFICE_THEME;
  }
  return THEME.map((one, at) => found.get(one) ?? OFFICE_THEME[at] ?? "000000");
}

const channels = (rgb: string): number[] => [0, 2, 4].map((at) => Number.parseInt(rgb.slice(at, at + 2), 16));

/** Lighter by a part of the way to white, or darker by a part of the way to black, as Office does it: in lightness alone. */
function tinted(rgb: string, tint: number): string {
  if (tint === 0) return rgb;
  const [red = 0, green = 0, blue = 0] = channels(rgb).map((channel) => channel / 255);
  const [most, least] = [Math.max(red, green, blue), Math.min(red, green, blue)];
  const lightness = (most + least) / 2;
  const next = tint < 0 ? lightness * (1 + tint) : lightness * (1 - tint) + tint;
  const spread = most - least;
  const saturation = spread === 0 ? 0 : spread / (1 - Math.abs(2 * lightness - 1));
  const chroma = (1 - Math.abs(2 * next - 1)) * saturation;
  const bottom = next - chroma / 2;
  const share = (channel: number): number => (spread === 0 ? 0.5 : (channel - least) / spread);
  return [red, green, blue]
    .map((channel) => Math.round((bottom + chroma * share(channel)) * 255))
    .map((channel) => Math.min(255, Math.max(0, channel)).toString(16).toUpperCase().padStart(2, "0"))
    .join("");
}

export const coloursOf =
  (theme: readonly string[]): ColourOf =>
  ({ rgb, indexed, theme: number, tint }) => {
    const base =
      rgb !== undefined
        ? /^(?:[0-9A-F]{2})?([0-9A-F]{6})$/i.exec(rgb)?.[1]?.toUpperCase()
        : number !== undefined
          ? theme[Number(number)]
          : indexed === undefined
            ? undefined
            : INDEXED[Number(indexed)];
    return base === undefined ? undefined : tinted(base, Number(tint ?? 0));
  };
