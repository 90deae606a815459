import type { Disagreement } from "./jobs.ts";

interface Reason {
  readonly why: string;
  /** The files of which it is known; any where it can be told from the values. */
  readonly files?: readonly string[];
  readonly explains: (one: Disagreement) => boolean;
}

const isPart = ({ ours, theirs }: Disagreement): boolean =>
  typeof ours === "string" && (theirs === undefined || (typeof theirs === "string" && ours.includes(theirs)));

/** Why SheetJS 0.18.5 may read a cell differently; whatever none of them explains is our fault until it is looked into. */
const REASONS: readonly Reason[] = [
  {
    why: "it keeps the carriage return of a line's end, which XML reads as a line feed",
    explains: ({ ours, theirs }) => typeof theirs === "string" && theirs.replaceAll("\r\n", "\n") === ours,
  },
  {
    why: 'it reads no time of day that is stored as such (t="d")',
    files: ["tests/date_iso.xlsx", "tests/data/Reader/XLSX/explicitdate.xlsx"],
    explains: ({ ours, theirs }) => typeof ours === "number" && theirs === undefined,
  },
  {
    why: "it takes one run of a text that has several, or none",
    files: ["tests/minimal_package.xlsx", "tests/richtext-after-plain.xlsx"],
    explains: isPart,
  },
  {
    why: "it cuts the number of a character beyond U+FFFF down to 16 bits",
    files: ["test-data/spreadsheet/InlineString.xlsx"],
    explains: ({ ours, theirs }) =>
      typeof ours === "string" &&
      Array.from(ours, (letter) => String.fromCharCode(letter.codePointAt(0) ?? 0)).join("") === theirs,
  },
  {
    why: "it finds sheets by their place in the list, which those without a part push along",
    files: ["LO/xlsm/tdf111974.xlsm"],
    explains: ({ sheet }) => /^(15|16|17) CY Downweeks$|^OP LTR$/.test(sheet),
  },
  {
    why: "it looks for a text of the cell's own in <is> alone, where one writer puts a formula's text into <v>",
    files: ["test-data/spreadsheet/52575_main.xlsx"],
    explains: ({ ours, theirs }) => ours === "POI rocks!" && theirs === undefined,
  },
  {
    why: "it decodes _X0000_, which Excel writes with a small x alone",
    files: ["optimize07.xlsx", "shared_strings02.xlsx"],
    explains: ({ ours, theirs }) => ours === "_X0000_" && theirs === "\0",
  },
  {
    why: "it takes a blank cell of type boolean for FALSE",
    files: ["tests/data/Reader/XLSX/issue.2488.xlsx"],
    explains: ({ ours, theirs }) => ours === undefined && theirs === false,
  },
  {
    why: "it skips an empty shared text (<si/>), and takes the next text for each one after it",
    files: ["tests/data/Reader/XLSX/issue.4063.xlsx"],
    explains: ({ sheet }) => sheet === "Inglese",
  },
];

/** Files that we read and SheetJS does not. */
export const UNREAD_BY_SHEETJS: Readonly<Record<string, string>> = {
  "test-issue-771.xlsx": "the part of styles is missing",
  "different-column-width-excel2010.xlsx": "the zip's local headers give no sizes, but its directory does",
  "utf16be.bom.xlsx": "a part is in UTF-16",
  "XLSX/utf16be.xlsx": "a part is in UTF-16",
};

/** Why it reads the cell differently; undefined where nobody knows. */
export const reasonFor = (path: string, one: Disagreement): string | undefined =>
  REASONS.find(({ files, explains }) => (!files || files.some((file) => path.endsWith(file))) && explains(one))?.why;
