import type { Look } from "../../../xlsx/looks/look.ts";
import type { StyleChange } from "../../../xlsx/patching/patch.ts";

const HORIZONTAL: readonly StyleChange["horizontal"][] = ["left", "center", "right", "justify"];
const VERTICAL: readonly StyleChange["vertical"][] = ["top", "center", "bottom"];

/** What is different between two looks, for a style of the file to be changed by. Undefined where nothing is. */
export function changedLook(before: Look, now: Look): StyleChange | undefined {
  const change: { -readonly [Part in keyof StyleChange]: StyleChange[Part] } = {};
  if (now.numberFormat !== before.numberFormat) change.numberFormat = now.numberFormat ?? "General";
  if (now.isBold !== before.isBold) change.isBold = now.isBold ?? false;
  if (now.isItalic !== before.isItalic) change.isItalic = now.isItalic ?? false;
  if (now.isUnderlined !== before.isUnderlined) change.isUnderlined = now.isUnderlined ?? false;
  if (now.isStruck !== before.isStruck) change.isStruck = now.isStruck ?? false;
  if (now.colour !== before.colour) change.colour = now.colour ?? null;
  if (now.fill !== before.fill) change.fill = now.fill ?? null;
  if (now.wrap !== before.wrap) change.wrap = now.wrap ?? false;
  // The plain font is not known here: a cell keeps its own where the grid says nothing of one.
  if (now.fontName !== undefined && now.fontName !== before.fontName) change.fontName = now.fontName;
  if (now.fontSize !== undefined && now.fontSize !== before.fontSize) change.fontSize = now.fontSize;
  if (now.horizontal !== before.horizontal)
    change.horizontal = HORIZONTAL.find((one) => one === now.horizontal) ?? "general";
  if (now.vertical !== before.vertical) change.vertical = VERTICAL.find((one) => one === now.vertical) ?? "bottom";
  return Object.keys(change).length > 0 ? change : undefined;
}
