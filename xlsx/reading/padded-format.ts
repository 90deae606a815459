/** One digit's place, or letters that a format shows as they are. */
const PIECES = /0|"([^"]*)"|\\(.)|([-/:() ])/gy;

interface Piece {
  readonly isDigit: boolean;
  readonly text: string;
}

/** The pieces of a format that is made of zeros and letters alone; undefined for any other. */
function piecesOf(code: string): readonly Piece[] | undefined {
  const [positive = ""] = code.split(/;(?=(?:[^"]*"[^"]*")*[^"]*$)/);
  const pieces: Piece[] = [];
  let end = 0;
  for (const { 0: whole, 1: quoted, 2: escaped, 3: plain, index } of positive.matchAll(PIECES)) {
    pieces.push({ isDigit: whole === "0", text: quoted ?? escaped ?? plain ?? "" });
    end = index + whole.length;
  }
  return end === positive.length && pieces.some(({ isDigit }) => isDigit) ? pieces : undefined;
}

/** Whether a format shows a whole number with zeros before it, or with letters about it: `000000`, `"KC-"0000`. */
export const isPaddedFormat = (code: string): boolean => (piecesOf(code)?.length ?? 0) > 1;

/** What such a format shows of a number: 1234 is "001234". Undefined for a number that is not whole, or below 0. */
export function paddedText(value: number, code: string): string | undefined {
  const pieces = piecesOf(code);
  if (!pieces || !Number.isSafeInteger(value) || value < 0) return undefined;
  const places = pieces.filter(({ isDigit }) => isDigit).length;
  const digits = String(value).padStart(places, "0");
  // Digits that have no place of their own stand before the first.
  let at = digits.length - places;
  return pieces
    .map(({ isDigit, text }, piece) => {
      if (!isDigit) return text;
      const isFirst = pieces.findIndex((one) => one.isDigit) === piece;
      const shown = isFirst ? digits.slice(0, at + 1) : digits.charAt(at);
      at += 1;
      return shown;
    })
    .join("");
}
