import { elementXml } from "../writing/xml-text.ts";
import type { StyleChange } from "./patch.ts";
import { scanXml } from "./xml-scan.ts";

/** The order in which Excel writes what a font is made of. */
const FONT_PARTS = [
  ..."b i strike condense extend outline shadow u vertAlign sz color name family charset scheme".split(" "),
];

/** The children of an element of its own, by their names: their text as it stands. */
function childrenOf(xml: string): Map<string, string> {
  const children = new Map<string, string>();
  scanXml(xml, {
    close({ name, parent, start }, { end }) {
      if (parent && parent.parent === undefined) children.set(name, xml.slice(start, end));
    },
  });
  return children;
}

const colour = (tag: string, rgb: string): string => elementXml(tag, { rgb: `FF${rgb.toUpperCase()}` });

/** A font with what is different from before; `prefix` is that of the part's elements. */
export function changedFont(xml: string, change: StyleChange, prefix: string): string {
  const parts = childrenOf(xml);
  const flag = (name: string, isOn: boolean | undefined): void => {
    if (isOn === true) parts.set(name, `<${prefix}${name}/>`);
    else if (isOn === false) parts.delete(name);
  };
  flag("b", change.isBold);
  flag("i", change.isItalic);
  flag("strike", change.isStruck);
  flag("u", change.isUnderlined);
  if (change.colour === null) parts.delete("color");
  else if (change.colour !== undefined) parts.set("color", colour(`${prefix}color`, change.colour));
  if (change.fontSize !== undefined) parts.set("sz", elementXml(`${prefix}sz`, { val: change.fontSize }));
  if (change.fontName !== undefined) {
    parts.set("name", elementXml(`${prefix}name`, { val: change.fontName }));
    // A font of the theme would be taken before the name.
    parts.delete("scheme");
  }
  const inOrder = [...parts].sort(([a], [b]) => FONT_PARTS.indexOf(a) - FONT_PARTS.indexOf(b));
  return elementXml(`${prefix}font`, {}, inOrder.map(([, part]) => part).join(""));
}

export const changesFont = ({
  isBold,
  isItalic,
  isStruck,
  isUnderlined,
  colour: letters,
  fontName,
  fontSize,
}: StyleChange): boolean =>
  [isBold, isItalic, isStruck, isUnderlined, letters, fontName, fontSize].some((one) => one !== undefined);

export function fillXml(rgb: string, prefix: string): string {
  const solid = colour(`${prefix}fgColor`, rgb) + elementXml(`${prefix}bgColor`, { indexed: 64 });
  return elementXml(`${prefix}fill`, {}, elementXml(`${prefix}patternFill`, { patternType: "solid" }, solid));
}

/** The alignment of a style with what is different from before. */
export function changedAlignment(
  before: Readonly<Record<string, string>>,
  { wrap, horizontal, vertical }: StyleChange,
): Readonly<Record<string, string | undefined>> {
  return {
    ...before,
    ...(horizontal === undefined ? {} : { horizontal }),
    ...(vertical === undefined ? {} : { vertical }),
    ...(wrap === undefined ? {} : { wrapText: wrap ? "1" : undefined }),
  };
}

export const changesAlignment = ({ wrap, horizontal, vertical }: StyleChange): boolean =>
  [wrap, horizontal, vertical].some((one) => one !== undefined);
