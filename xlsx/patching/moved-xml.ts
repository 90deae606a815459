import { parseRange, rangeAddress, type Range } from "../addresses.ts";
import { movedFormula, movedIndex, movedRange, type Move } from "../formulas/moved.ts";
import { textXml } from "../writing/xml-text.ts";
import { plainText } from "./plain-text.ts";
import { editedTag } from "./start-tag.ts";
import { TextEdits } from "./text-edits.ts";
import { scanXml, type Element, type ElementEnd } from "./xml-scan.ts";

/** What a part's text says of cells that move. */
export interface Moving {
  readonly move: Move;
  /** Whether ranges that name no sheet are of the sheet whose cells move. */
  readonly isOwn: boolean;
  /** Whether a formula's reference is to that sheet; undefined for one that names no sheet. */
  readonly isOn: (sheet: string | undefined) => boolean;
}

/** Attributes that hold a range, or several with spaces between them, by their element's name. */
const RANGES: Readonly<Record<string, readonly string[]>> = {
  dimension: ["ref"],
  mergeCell: ["ref"],
  sheetView: ["topLeftCell"],
  customSheetView: ["topLeftCell"],
  pane: ["topLeftCell"],
  selection: ["activeCell", "sqref"],
  autoFilter: ["ref"],
  sortState: ["ref"],
  sortCondition: ["ref"],
  conditionalFormatting: ["sqref"],
  dataValidation: ["sqref"],
  hyperlink: ["ref"],
  protectedRange: ["sqref"],
  ignoredError: ["sqref"],
  cellWatch: ["r"],
  inputCells: ["r"],
  comment: ["ref"],
  threadedComment: ["ref"],
  table: ["ref"],
  f: ["ref"],
};
/** Where a place that is gone is simply not said any more. */
const PLACES = new Set(["sheetView", "customSheetView", "pane", "selection"]);
/** Elements whose text is a formula, or ranges. */
const FORMULAS = new Set([
  ..."f formula formula1 formula2 calculatedColumnFormula totalsRowFormula definedName".split(" "),
]);
/** Lists that are taken out when nothing is left of them, and that say how many they hold. */
const LISTS = new Set([
  ..."mergeCells dataValidations hyperlinks protectedRanges ignoredErrors cellWatches rowBreaks colBreaks".split(" "),
]);

const isOne = ({ top, left, bottom, right }: Range): boolean => top === bottom && left === right;

function movedRanges(text: string, move: Move): string {
  return text
    .split(" ")
    .flatMap((one) => {
      const range = parseRange(one);
      const moved = range ? movedRange(range, move) : undefined;
      // What cannot be read as a range is left as it is: whole columns, for one.
      return range ? (moved ? [rangeAddress(moved)] : []) : [one];
    })
    .join(" ");
}

/** A part's text with ranges and formulas as they are when the cells have moved; rows and cells themselves are not among them. */
export function movedXml(text: string, moving: Moving): string {
  const { move, isOwn, isOn } = moving;
  const edits = new TextEdits(text);
  const gone: { readonly start: number; readonly end: number }[] = [];
  const left = new Map<number, number>();
  const tags = new Map<number, { readonly element: Element; readonly change: Record<string, string | undefined> }>();

  const setTag = (element: Element, change: Record<string, string | undefined>): void => {
    tags.set(element.start, { element, change: { ...tags.get(element.start)?.change, ...change } });
  };
  const take = (element: Element, { end }: ElementEnd): void => {
    gone.push({ start: element.start, end });
  };
  const isGone = (start: number): boolean => gone.some((one) => start >= one.start && start < one.end);

  function close(element: Element, end: ElementEnd): void {
    const { name, attributes, parent, startTagEnd } = element;
    if (isOwn && RANGES[name] && !(name === "f" && attributes.t !== "array")) {
      for (const attribute of RANGES[name]) {
        const before = attributes[attribute];
        if (before === undefined) continue;
        const after = movedRanges(before, move);
        const isNothing = after === "" || (name === "mergeCell" && isSingle(after));
        if (isNothing && name === "dimension") setTag(element, { ref: "A1" });
        else if (isNothing && PLACES.has(name)) setTag(element, { [attribute]: undefined });
        else if (isNothing) {
          take(element, end);
          return;
        } else if (after !== before) setTag(element, { [attribute]: after });
      }
    }
    if (isOwn && name === "brk") moveBreak(element);
    if (isOwn && parent && ["from", "to"].includes(parent.name)) moveAnchor(element, end);
    if (FORMULAS.has(name) && !element.isEmpty) {
      const formula = plainText(text.slice(startTagEnd, end.contentEnd));
      const after = movedFormula(formula, move, isOn);
      if (after !== formula) edits.replace(startTagEnd, end.contentEnd, textXml(after));
    }
    if (isOwn && name === "sqref" && parent) {
      const before = plainText(text.slice(startTagEnd, end.contentEnd));
      const after = movedRanges(before, move);
      if (after === "") lost.add(parent.start);
      else if (after !== before) edits.replace(startTagEnd, end.contentEnd, after);
    }
    if (lost.has(element.start)) take(element, end);
    else if (parent && LISTS.has(parent.name)) left.set(parent.start, (left.get(parent.start) ?? 0) + 1);
    if (isOwn && LISTS.has(name)) {
      const count = left.get(element.start) ?? 0;
      if (count === 0) take(element, end);
      else if (attributes.count !== undefined && attributes.count !== String(count))
        setTag(element, {
          count: String(count),
          ...(attributes.manualBreakCount === undefined ? {} : { manualBreakCount: String(count) }),
        });
    }
  }
  const lost = new Set<number>();

  /** A page ends behind a row or column. */
  function moveBreak(element: Element): void {
    const isRows = element.parent?.name === "rowBreaks";
    if (isRows !== (move.axis === "rows")) return;
    const after = movedIndex(Number(element.attributes.id), move);
    if (after === undefined) lost.add(element.start);
    else if (String(after) !== element.attributes.id) setTag(element, { id: String(after) });
  }

  /** Where a picture or a chart begins and ends. */
  function moveAnchor(element: Element, { contentEnd }: ElementEnd): void {
    if (element.name !== (move.axis === "rows" ? "row" : "col")) return;
    if (element.parent?.parent?.attributes.editAs === "absolute") return;
    const before = Number(text.slice(element.startTagEnd, contentEnd));
    const after = movedIndex(before, move) ?? move.at;
    if (after !== before) edits.replace(element.startTagEnd, contentEnd, String(after));
  }

  scanXml(text, { close });
  for (const { element, change } of tags.values())
    edits.replace(
      element.start,
      element.startTagEnd,
      editedTag(text.slice(element.start, element.startTagEnd), change),
    );
  // What is taken out takes with it whatever was to change within.
  edits.dropWithin(isGone);
  for (const { start, end } of outermost(gone)) edits.replace(start, end, "");
  return edits.isEmpty ? text : edits.applied();
}

const isSingle = (text: string): boolean => {
  const range = parseRange(text);
  return range !== undefined && isOne(range);
};

const outermost = <T extends { readonly start: number; readonly end: number }>(spans: readonly T[]): readonly T[] =>
  spans.filter((span) => !spans.some((other) => other !== span && other.start <= span.start && other.end >= span.end));
