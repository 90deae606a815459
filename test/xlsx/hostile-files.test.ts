import { strToU8, zipSync } from "fflate";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readWorkbook } from "../../xlsx/read-workbook.ts";
import { writeWorkbook } from "../../xlsx/write-workbook.ts";
import {
  fileWith,
  firstSheet,
  partsWith,
  relationshipsXml,
  sentenceFor,
  sheetXml,
  workbookXml,
  zipOf,
} from "./fixtures.ts";

const compound = (name: string): Uint8Array =>
  Uint8Array.from([
    0xd0,
    0xcf,
    0x11,
    0xe0,
    0xa1,
    0xb1,
    0x1a,
    0xe1,
    ...Array.from(name, (letter) => [letter.charCodeAt(0), 0]).flat(),
  ]);

describe("a file that is no workbook is told apart:", () => {
  it.each([
    ["an empty file", new Uint8Array(), "is empty"],
    ["a CSV", strToU8("Child ref,Name\r\n1,Ann\r\n"), "a text file (such as a CSV)"],
    ["a text in UTF-16", Uint8Array.from([0xff, 0xfe, 65, 0]), "a text file (such as a CSV)"],
    ["a PDF", strToU8("%PDF-1.7\n"), "is a PDF"],
    [
      "a web page",
      strToU8('<html xmlns:x="urn:schemas-microsoft-com:office:excel"></html>'),
      "a web page or an XML file",
    ],
    ["a picture", Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]), "is not an Excel workbook"],
    ["a workbook with a password", compound("EncryptedPackage"), "a password"],
    ["an old .xls", compound("Workbook"), "an old Excel workbook (.xls)"],
    ["another compound file", compound("Root Entry"), "either protected with a password to open it or an older"],
    [
      "an empty zip",
      Uint8Array.from([0x50, 0x4b, 5, 6, ...new Uint8Array(18)]),
      "a zip archive, but not an Excel workbook",
    ],
    ["a zip of other things", zipOf({ "photo.txt": "x" }), "a zip archive, but not an Excel workbook"],
    ["a zip with another XML", zipOf({ "xl/workbook.xml": "<html/>" }), "a zip archive, but not an Excel workbook"],
    [
      "a Word document",
      zipOf({ "_rels/.rels": relationshipsXml(["r", "officeDocument", "word/document.xml"]) }),
      "a Word document",
    ],
    [
      "a presentation",
      zipOf({ "_rels/.rels": relationshipsXml(["r", "officeDocument", "ppt/presentation.xml"]) }),
      "a PowerPoint",
    ],
    [
      "a binary workbook",
      zipOf({ "_rels/.rels": relationshipsXml(["r", "officeDocument", "xl/workbook.bin"]) }),
      "(.xlsb)",
    ],
    [
      "an .ods",
      zipOf({ mimetype: "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<a/>" }),
      "an OpenDocument file",
    ],
  ])("%s", (_, bytes, words) => {
    expect(sentenceFor(bytes)).toContain(words);
  });
});

describe("a workbook is refused", () => {
  it("if its XML is broken off", () => {
    expect(sentenceFor(fileWith("", { "xl/worksheets/sheet1.xml": sheetXml("<sheetData>").slice(0, -5) }))).toContain(
      "damaged",
    );
  });

  it("if its text is not valid UTF-8", () => {
    const parts = Object.entries(partsWith("<!-- é -->")).map(([path, text]) => [path, strToU8(text, true)] as const);
    expect(sentenceFor(zipSync(Object.fromEntries(parts)))).toContain("damaged");
  });

  it("if it holds characters that XML does not allow", () => {
    expect(sentenceFor(fileWith("<sheetData>\u0001</sheetData>"))).toContain("damaged");
  });

  it("if it declares a document type or entities", () => {
    const entities =
      '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY file SYSTEM "file:///etc/passwd">]>';
    const sheet = sheetXml("<sheetData/>").replace("?>", `?>${entities}`);
    expect(sentenceFor(fileWith("", { "xl/worksheets/sheet1.xml": sheet }))).toContain("document type declaration");
    expect(
      sentenceFor(fileWith("", { "xl/sharedStrings.xml": `${entities}<sst><si><t>&b;</t></si></sst>` })),
    ).toContain("document type");
  });

  it("if a part that it needs is missing", () => {
    const listed = { "xl/_rels/workbook.xml.rels": relationshipsXml(["rId1", "worksheet", "worksheets/gone.xml"]) };
    expect(sentenceFor(fileWith("", listed))).toContain("damaged");
  });

  it("if it lists a sheet or a table that leads nowhere", () => {
    const sheets = '<sheets><sheet name="Data" sheetId="1" r:id="rId9"/></sheets>';
    expect(sentenceFor(fileWith("", { "xl/workbook.xml": workbookXml(sheets) }))).toContain("damaged");
    expect(sentenceFor(fileWith('<tableParts><tablePart r:id="rId1"/></tableParts>'))).toContain("damaged");
  });

  it("if it has no worksheet", () => {
    expect(sentenceFor(fileWith("", { "xl/workbook.xml": workbookXml("<sheets/>") }))).toContain("no worksheet");
  });

  it("if its elements nest without end", () => {
    expect(sentenceFor(fileWith("<a>".repeat(100_000) + "</a>".repeat(100_000)))).toContain("damaged");
  });

  it("if its cells reach over more than five million places", () => {
    const rows = '<row><c r="XFD1"><v>1</v></c></row>';
    const sheetData = Array.from({ length: 400 }, (_, row) => rows.replace("XFD1", `XFD${row + 1}`)).join("");
    expect(sentenceFor(fileWith(`<sheetData>${sheetData}</sheetData>`))).toContain("5,000,000");
  });

  it("if it lists one sheet without end", () => {
    const sheets = '<sheet name="Data" r:id="rId1"/>'.repeat(20_000);
    expect(
      sentenceFor(fileWith("<sheetData/>", { "xl/workbook.xml": workbookXml(`<sheets>${sheets}</sheets>`) })),
    ).toContain("too many");
  });

  it("quickly if it hides its columns again and again", () => {
    const cols = '<col min="1" max="16384" hidden="1"/>'.repeat(50_000);
    expect(firstSheet(fileWith(`<cols>${cols}</cols>`)).hiddenColumns.size).toBe(16_384);
  });
});

describe("reading never throws and never takes damage for data:", () => {
  const whole = writeWorkbook({
    sheets: [
      {
        name: "Data",
        rows: [
          ["Ref", "Lead"],
          [1, "Ann"],
          [2, { formula: "A2", value: 1 }],
        ],
        tables: [{ name: "t", range: "A1:B3" }],
      },
    ],
    names: [{ name: "check_date", formula: "45626" }],
  });
  const expected = readWorkbook(whole);

  it("random bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 500 }), fc.boolean(), (bytes, isZip) => {
        if (isZip) bytes.set([0x50, 0x4b, 3, 4].slice(0, bytes.length));
        expect(readWorkbook(bytes)).toHaveProperty("unreadable");
      }),
      { numRuns: 500 },
    );
  });

  it("a workbook cut off anywhere", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: whole.length - 1 }), (length) => {
        expect(readWorkbook(whole.slice(0, length))).toHaveProperty("unreadable");
      }),
      { numRuns: 300 },
    );
  });

  it("a workbook with bytes changed anywhere", () => {
    const change = fc.record({ at: fc.nat({ max: whole.length - 1 }), value: fc.integer({ min: 0, max: 255 }) });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 5 }), (changes) => {
        const bytes = whole.slice();
        for (const { at, value } of changes) bytes[at] = value;
        const result = readWorkbook(bytes);
        // A part that is not read, or a date in the zip, may change without harm.
        if (!("unreadable" in result)) expect(result).toEqual(expected);
      }),
      { numRuns: 2_000 },
    );
  });

  it("XML with pieces swapped, doubled or dropped", () => {
    const sheetData =
      '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>x</t></is></c></row><row r="2" hidden="1"><c r="A2"><f>B1</f><v>1</v></c></row></sheetData>';
    const pieces = sheetXml(sheetData).split(/(?=[<\s"])/);
    const piece = fc.nat({ max: pieces.length - 1 });
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 4 }),
        fc.array(fc.tuple(piece, piece), { maxLength: 4 }),
        (dropped, swapped) => {
          const mixed = [...pieces];
          for (const [a, b] of swapped) mixed[a] = pieces[b] ?? "";
          for (const at of dropped) mixed[at] = "";
          const bytes = fileWith("", {
            "xl/worksheets/sheet1.xml": mixed.join(""),
            "xl/sharedStrings.xml": "<sst><si><t>y</t></si></sst>",
          });
          const result = readWorkbook(bytes);
          expect("unreadable" in result || result.sheets.length === 1).toBe(true);
        },
      ),
      { numRuns: 1_000 },
    );
  });
});
