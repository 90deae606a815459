// XML cannot hold most control characters nor half a surrogate pair. Excel writes them, and text that looks like such an
// escape, as _xHHHH_.
const ESCAPE = /_x([0-9A-Fa-f]{4})_/g;
const TO_ESCAPE = /[\u0000-\u0008\u000B-\u001F\uD800-\uDFFF\uFFFE\uFFFF]|_(?=x[0-9A-Fa-f]{4}_)/gu;

const escaped = (character: string): string =>
  `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`;

/** Text of a workbook part as Excel shows it: "a_x000D_b" is "a", a carriage return, "b". */
export const decodeEscapes = (text: string): string =>
  text.includes("_x")
    ? text.replace(ESCAPE, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;

/** The reverse of {@link decodeEscapes}; new lines and tabs stay as they are. */
export const encodeEscapes = (text: string): string => text.replace(TO_ESCAPE, escaped);
