import { movedIndex, type Move } from "../formulas/moved.ts";
import { TextEdits } from "./text-edits.ts";
import { scanXml, type Element, type ElementEnd } from "./xml-scan.ts";

type Placed = Element & ElementEnd;

/** Where in an anchor the rows, and the columns, of its two corners stand. */
const ROWS = [2, 6];
const COLUMNS = [0, 4];

/** The drawing of a sheet's notes and controls, where they stand after a move; notes of cells that are gone go with them. */
export function movedNotes(text: string, move: Move): string {
  const edits = new TextEdits(text);
  const gone: Placed[] = [];
  let inner: Placed[] = [];
  const part = move.axis === "rows" ? "Row" : "Column";
  scanXml(text, {
    close(element, end) {
      const placed = { ...element, ...end };
      if (["Row", "Column", "Anchor"].includes(element.name)) inner.push(placed);
      if (element.name !== "shape") return;
      for (const one of inner) {
        const before = text.slice(one.startTagEnd, one.contentEnd);
        if (one.name === "Anchor") edits.replace(one.startTagEnd, one.contentEnd, movedAnchor(before, move));
        if (one.name !== part) continue;
        const after = movedIndex(Number(before), move);
        if (after === undefined) gone.push(placed);
        else edits.replace(one.startTagEnd, one.contentEnd, String(after));
      }
      inner = [];
    },
  });
  edits.dropWithin((at) => gone.some(({ start, end }) => at >= start && at < end));
  for (const { start, end } of gone) edits.replace(start, end, "");
  return edits.isEmpty ? text : edits.applied();
}

function movedAnchor(text: string, move: Move): string {
  const places = move.axis === "rows" ? ROWS : COLUMNS;
  return text
    .split(",")
    .map((one, at) => (places.includes(at) ? ` ${movedIndex(Number(one), move) ?? move.at}` : one))
    .join(",");
}
