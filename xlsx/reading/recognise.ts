import { sentences } from "./unreadable.ts";

const startsWith = (bytes: Uint8Array, ...start: readonly number[]): boolean =>
  start.every((byte, at) => bytes[at] === byte);

export const isZip = (bytes: Uint8Array): boolean => startsWith(bytes, 0x50, 0x4b, 0x03, 0x04);

/** The sentence for a file that is not a zip archive at all, going by its first bytes. */
export function sentenceForOther(bytes: Uint8Array): string {
  if (bytes.length === 0) return sentences.empty;
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return sentenceForCompoundFile(bytes);
  if (startsWith(bytes, 0x50, 0x4b)) return sentences.otherZip;
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, 1024));
  if (start.startsWith("%PDF")) return sentences.pdf;
  if (/^(\xEF\xBB\xBF)?\s*</.test(start)) return sentences.xml;
  return isText(start) ? sentences.text : sentences.unknown;
}

// Excel encrypts a workbook into the same kind of container that .xls files use; the streams' names tell which it is, and
// whether a password or the rights of a sensitivity label open it.
function sentenceForCompoundFile(bytes: Uint8Array): string {
  if (contains(bytes, utf16("DRMEncrypted"))) return sentences.label;
  if (contains(bytes, utf16("EncryptedPackage"))) return sentences.password;
  return contains(bytes, utf16("Workbook")) ? sentences.oldExcel : sentences.passwordOrOld;
}

const utf16 = (text: string): readonly number[] => Array.from(text, (letter) => [letter.charCodeAt(0), 0]).flat();

function contains(bytes: Uint8Array, wanted: readonly number[]): boolean {
  for (let at = bytes.indexOf(wanted[0] ?? 0); at >= 0; at = bytes.indexOf(wanted[0] ?? 0, at + 1)) {
    if (wanted.every((byte, offset) => bytes[at + offset] === byte)) return true;
  }
  return false;
}

// Text has no control characters but tabs and line ends, unless it is UTF-16, which begins with its mark.
const isText = (start: string): boolean => /^(\xFF\xFE|\xFE\xFF)|^[^\u0000-\u0008\u000E-\u001F]*$/.test(start);
