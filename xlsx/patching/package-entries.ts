import { deflateSync } from "fflate";
import { crc32 } from "../reading/crc32.ts";
import { damaged } from "../reading/unreadable.ts";
import { packedBytes, type ZipEntry } from "../reading/zip-directory.ts";

/** An entry as it is to be written: packed bytes, and what a zip's headers say of them. */
interface WrittenEntry {
  readonly name: Uint8Array;
  readonly method: number;
  readonly checksum: number;
  readonly size: number;
  readonly packed: Uint8Array;
  /** The flags that say how the name is encoded; none says that sizes follow the bytes. */
  readonly flags: number;
  readonly time: number;
  readonly date: number;
}

const LOCAL = 0x04034b50;
const ENTRY = 0x02014b50;
const END = 0x06054b50;
const VERSION = 20;
const STORED = 0;
const DEFLATED = 8;
const UTF8 = 1 << 11;
/** 1 January 1980, so that the same change gives the same bytes on any day. */
const ALWAYS = 0x21;
const MOST_ENTRIES = 0xffff;

/** An entry of a package with its packed bytes as they stand. */
export function keptEntry(bytes: Uint8Array, entry: ZipEntry): WrittenEntry {
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { offset, method, checksum, size } = entry;
  const nameLength = data.getUint16(offset + 26, true);
  return {
    name: bytes.subarray(offset + 30, offset + 30 + nameLength),
    method,
    checksum,
    size,
    packed: packedBytes(bytes, entry),
    flags: data.getUint16(offset + 6, true) & UTF8,
    time: data.getUint16(offset + 10, true),
    date: data.getUint16(offset + 12, true),
  };
}

/** An entry with new bytes; `before` is the one that it stands in place of. */
export function newEntry(path: string, content: Uint8Array, before?: WrittenEntry): WrittenEntry {
  const deflated = deflateSync(content);
  const isSmaller = deflated.length < content.length;
  return {
    name: before?.name ?? new TextEncoder().encode(path),
    method: isSmaller ? DEFLATED : STORED,
    checksum: crc32(content, 0),
    size: content.length,
    packed: isSmaller ? deflated : content,
    flags: before?.flags ?? UTF8,
    time: 0,
    date: ALWAYS,
  };
}

function header(entry: WrittenEntry, offset: number | undefined): Uint8Array {
  const isLocal = offset === undefined;
  const bytes = new Uint8Array((isLocal ? 30 : 46) + entry.name.length);
  const data = new DataView(bytes.buffer);
  data.setUint32(0, isLocal ? LOCAL : ENTRY, true);
  let at = 4;
  const u16 = (...values: readonly number[]): void => {
    for (const value of values) {
      data.setUint16(at, value, true);
      at += 2;
    }
  };
  const u32 = (...values: readonly number[]): void => {
    for (const value of values) {
      data.setUint32(at, value, true);
      at += 4;
    }
  };
  if (!isLocal) u16(VERSION);
  u16(VERSION, entry.flags, entry.method, entry.time, entry.date);
  u32(entry.checksum, entry.packed.length, entry.size);
  u16(entry.name.length, 0);
  if (!isLocal) {
    u16(0, 0, 0);
    u32(0, offset);
  }
  bytes.set(entry.name, at);
  return bytes;
}

/** A zip of entries in their order. */
export function zipOf(entries: readonly WrittenEntry[]): Uint8Array {
  if (entries.length > MOST_ENTRIES) throw damaged();
  const pieces: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let length = 0;
  for (const entry of entries) {
    directory.push(header(entry, length));
    const local = header(entry, undefined);
    pieces.push(local, entry.packed);
    length += local.length + entry.packed.length;
  }
  const directoryLength = directory.reduce((sum, one) => sum + one.length, 0);
  const end = new Uint8Array(22);
  const data = new DataView(end.buffer);
  data.setUint32(0, END, true);
  data.setUint16(8, entries.length, true);
  data.setUint16(10, entries.length, true);
  data.setUint32(12, directoryLength, true);
  data.setUint32(16, length, true);
  const all = [...pieces, ...directory, end];
  const bytes = new Uint8Array(all.reduce((sum, one) => sum + one.length, 0));
  let at = 0;
  for (const one of all) {
    bytes.set(one, at);
    at += one.length;
  }
  return bytes;
}
