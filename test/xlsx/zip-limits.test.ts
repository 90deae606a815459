import { deflateSync, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { readWorkbook } from "../../xlsx/read-workbook.ts";
import { crc32 } from "../../xlsx/reading/crc32.ts";
import { firstSheet, partsWith, sentenceFor, sheetXml, zipOf } from "./fixtures.ts";

const SHEET = "xl/worksheets/sheet1.xml";
const one = '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>';

/** Where the directory's entry for a part starts. */
function directoryEntry(bytes: Uint8Array, path: string): number {
  const latin = new TextDecoder("latin1").decode(bytes);
  return latin.lastIndexOf(path) - 46;
}

/** A copy with fields of a part's directory entry changed, [offset, value] with four bytes each. */
function lying(bytes: Uint8Array, path: string, ...fields: readonly (readonly [number, number])[]): Uint8Array {
  const copy = bytes.slice();
  const entry = directoryEntry(copy, path);
  for (const [offset, value] of fields) new DataView(copy.buffer).setUint32(entry + offset, value, true);
  return copy;
}

const SIZE = 24;
const CHECKSUM = 16;

/** A workbook whose sheet is the given bytes compressed, with a directory that tells the truth unless told otherwise. */
function fileWithSheet(sheet: Uint8Array): Uint8Array {
  const others = Object.entries(partsWith(one)).map(([path, text]) => [path, strToU8(text)] as const);
  return zipSync({ ...Object.fromEntries(others), [SHEET]: [sheet, { level: 9 }] });
}

describe("a zip whose directory lies", () => {
  const honest = zipOf(partsWith(one));
  const size = sheetXml(one).length;

  it("is read while it tells the truth", () => {
    expect(firstSheet(honest).rows).toEqual([[1]]);
  });

  it("would be cut short without a word by fflate's own unzip, which is why that is not used", () => {
    const cut = unzipSync(lying(honest, SHEET, [SIZE, 30]))[SHEET];
    expect(cut?.length).toBe(30);
  });

  it("is refused if it declares a part smaller than it is", () => {
    expect(sentenceFor(lying(honest, SHEET, [SIZE, size - 1]))).toContain("damaged");
    expect(sentenceFor(lying(honest, SHEET, [SIZE, 0]))).toContain("damaged");
  });

  it("is refused if it declares a part larger than it is, without that much memory being set aside", () => {
    const before = process.memoryUsage().arrayBuffers;
    expect(sentenceFor(lying(honest, SHEET, [SIZE, 0xfffffff0]))).toContain("damaged");
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(100 * 1024 * 1024);
  });

  it("is refused if a part's checksum is wrong", () => {
    expect(sentenceFor(lying(honest, SHEET, [CHECKSUM, 12345]))).toContain("damaged");
  });

  it("is refused if two parts have one name", () => {
    const twice = zipOf({ ...partsWith(one), "XL/worksheets/sheet1.xml": sheetXml("<sheetData/>") });
    expect(sentenceFor(twice)).toContain("damaged");
  });

  it("is refused if an entry is encrypted or compressed in an unknown way", () => {
    const entry = directoryEntry(honest, SHEET);
    const encrypted = honest.slice();
    encrypted[entry + 8] = 1;
    expect(sentenceFor(encrypted)).toContain("password");
    const other = honest.slice();
    other[entry + 10] = 9;
    expect(sentenceFor(other)).toContain("compressed in a way");
  });
});

describe("a zip bomb", () => {
  const MB = 1024 * 1024;
  const spaces = (megabytes: number): Uint8Array => {
    const start = strToU8(sheetXml("").replace("</worksheet>", ""));
    const sheet = new Uint8Array(megabytes * MB).fill(32);
    sheet.set(start);
    sheet.set(strToU8("</worksheet>"), sheet.length - 12);
    return sheet;
  };

  it("is refused by how many times it grows", () => {
    const bytes = fileWithSheet(spaces(64));
    expect(bytes.length).toBeLessThan(0.1 * MB);
    expect(sentenceFor(bytes)).toContain("overload a computer");
  });

  it("is refused also if it declares a small size", () => {
    expect(sentenceFor(lying(fileWithSheet(spaces(64)), SHEET, [SIZE, 1000]))).toContain("damaged");
  });

  it("is refused by its size in all, over several parts", () => {
    // Noise that shrinks about twice only, repeated beyond the reach of deflate's window.
    const noise = Uint8Array.from({ length: 40_000 }, (_, at) => 97 + (((at * 2_654_435_761) >>> 8) % 16));
    const text = new Uint8Array(90 * MB);
    for (let at = 0; at < text.length; at += noise.length) text.set(noise.subarray(0, text.length - at), at);
    const start = strToU8("<worksheet>");
    text.set(start);
    text.set(strToU8("</worksheet>"), text.length - 12);
    const parts = partsWith(one);
    const sheets = [1, 2, 3].map((id) => `<sheet name="S${id}" sheetId="${id}" r:id="rId1"/>`).join("");
    const workbook = (parts["xl/workbook.xml"] ?? "").replace(/<sheet .*<\/sheets>/, `${sheets}</sheets>`);
    const others = Object.entries({ ...parts, "xl/workbook.xml": workbook }).map(
      ([path, content]) => [path, strToU8(content)] as const,
    );
    const bytes = zipSync({ ...Object.fromEntries(others), [SHEET]: [text, { level: 1 }] });
    expect(sentenceFor(bytes)).toContain("256 MB");
  });

  it("in a part that nobody asks for is never inflated", () => {
    const path = "xl/media/image1.png";
    expect(
      firstSheet(lying(zipOf({ ...partsWith(one), [path]: "x" }), path, [SIZE, 0xfffffff0], [CHECKSUM, 1])).rows,
    ).toEqual([[1]]);
  });
});

describe("a zip64 archive", () => {
  // Some writers that stream (Apache POI among them) always use zip64 fields, however small the file.
  it("is read like any other", () => {
    expect(readWorkbook(zip64(partsWith(one)))).toHaveProperty("sheets");
  });
});

function zip64(parts: Readonly<Record<string, string>>): Uint8Array {
  const out: number[] = [];
  const directory: number[] = [];
  const put = (to: number[], width: number, value: number): void => {
    for (let at = 0; at < width; at++) to.push(Math.floor(value / 256 ** at) % 256);
  };
  const fields = (to: number[], ...values: readonly (readonly [number, number])[]): void => {
    for (const [width, value] of values) put(to, width, value);
  };
  for (const [path, text] of Object.entries(parts)) {
    const name = strToU8(path);
    const data = strToU8(text);
    const packed = deflateSync(data);
    const offset = out.length;
    const unknown = 0xffffffff;
    fields(out, [4, 0x04034b50], [2, 45], [2, 8], [2, 8], [4, 0], [4, 0], [4, 0], [4, 0], [2, name.length], [2, 0]);
    out.push(...name, ...packed);
    fields(
      directory,
      [4, 0x02014b50],
      [2, 45],
      [2, 45],
      [2, 8],
      [2, 8],
      [4, 0],
      [4, crc32(data, 0)],
      [4, unknown],
      [4, unknown],
    );
    fields(directory, [2, name.length], [2, 34], [2, 0], [2, 0], [2, 0], [4, 0], [4, unknown]);
    directory.push(...name);
    fields(directory, [2, 0x9999], [2, 2], [2, 0], [2, 1], [2, 24], [8, data.length], [8, packed.length], [8, offset]);
  }
  const start = out.length;
  const count = Object.keys(parts).length;
  out.push(...directory);
  const end = out.length;
  fields(
    out,
    [4, 0x06064b50],
    [8, 44],
    [2, 45],
    [2, 45],
    [4, 0],
    [4, 0],
    [8, count],
    [8, count],
    [8, directory.length],
    [8, start],
  );
  fields(out, [4, 0x07064b50], [4, 0], [8, end], [4, 1]);
  fields(out, [4, 0x06054b50], [2, 0], [2, 0], [2, 0xffff], [2, 0xffff], [4, 0xffffffff], [4, 0xffffffff], [2, 0]);
  return Uint8Array.from(out);
}
