import { damaged } from "./unreadable.ts";

/** What a zip's directory says of one entry. None of it is to be trusted before the entry has been inflated. */
export interface ZipEntry {
  readonly path: string;
  readonly isEncrypted: boolean;
  readonly method: number;
  readonly checksum: number;
  readonly packedSize: number;
  readonly size: number;
  /** Where the entry's local header starts. */
  readonly offset: number;
}

const END = 0x06054b50;
const END_64 = 0x06064b50;
const END_64_LOCATOR = 0x07064b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const IN_EXTRA_FIELD = 0xffffffff;

const view = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
const u16 = (data: DataView, at: number): number => data.getUint16(at, true);
const u32 = (data: DataView, at: number): number => data.getUint32(at, true);
const u64 = (data: DataView, at: number): number => Number(data.getBigUint64(at, true));

/** Part names to entries; a part's name matches in any case, so keys are lower case. Throws if the directory is broken. */
export function readDirectory(bytes: Uint8Array): ReadonlyMap<string, ZipEntry> {
  const data = view(bytes);
  const entries = new Map<string, ZipEntry>();
  let { start: at, count } = findDirectory(data);
  for (; count > 0; count--) {
    if (u32(data, at) !== ENTRY) throw damaged();
    const nameEnd = at + 46 + u16(data, at + 28);
    const extraEnd = nameEnd + u16(data, at + 30);
    // Some writers use backslashes, against the standard.
    const path = new TextDecoder().decode(bytes.subarray(at + 46, nameEnd)).replaceAll("\\", "/");
    const key = path.toLowerCase();
    // Two entries of one name show one reader one workbook and another reader another.
    if (entries.has(key)) throw damaged();
    entries.set(key, { path, ...readSizes(data, at, nameEnd, extraEnd), ...readFlags(data, at) });
    at = extraEnd + u16(data, at + 32);
  }
  return entries;
}

/** The bytes of an entry as they stand in the file, still compressed. */
export function packedBytes(bytes: Uint8Array, { offset, packedSize }: ZipEntry): Uint8Array {
  const data = view(bytes);
  if (u32(data, offset) !== LOCAL) throw damaged();
  const start = offset + 30 + u16(data, offset + 26) + u16(data, offset + 28);
  if (start + packedSize > bytes.length) throw damaged();
  return bytes.subarray(start, start + packedSize);
}

function findDirectory(data: DataView): { start: number; count: number } {
  const end = findEnd(data);
  const locator = end - 20;
  if (locator >= 0 && u32(data, locator) === END_64_LOCATOR) {
    const end64 = u64(data, locator + 8);
    if (u32(data, end64) !== END_64) throw damaged();
    return { count: u64(data, end64 + 32), start: u64(data, end64 + 48) };
  }
  return { count: u16(data, end + 10), start: u32(data, end + 16) };
}

// The end record stands last, before a comment of at most 65,535 bytes.
function findEnd(data: DataView): number {
  const last = data.byteLength - 22;
  for (let at = last; at >= 0 && at >= last - 0xffff; at--) if (u32(data, at) === END) return at;
  throw damaged();
}

const readFlags = (data: DataView, at: number): Pick<ZipEntry, "isEncrypted" | "method" | "checksum"> => ({
  isEncrypted: (u16(data, at + 8) & 1) === 1,
  method: u16(data, at + 10),
  checksum: u32(data, at + 16),
});

function readSizes(
  data: DataView,
  at: number,
  extraStart: number,
  extraEnd: number,
): Pick<ZipEntry, "size" | "packedSize" | "offset"> {
  const size = u32(data, at + 24);
  const packedSize = u32(data, at + 20);
  const offset = u32(data, at + 42);
  if (![size, packedSize, offset].includes(IN_EXTRA_FIELD)) return { size, packedSize, offset };
  let field = extraStart;
  while (field < extraEnd && u16(data, field) !== 1) field += 4 + u16(data, field + 2);
  if (field >= extraEnd) throw damaged();
  // The zip64 field holds only those of the three that did not fit, in this order.
  let next = field + 4;
  const large = (value: number): number => {
    if (value !== IN_EXTRA_FIELD) return value;
    next += 8;
    return u64(data, next - 8);
  };
  return { size: large(size), packedSize: large(packedSize), offset: large(offset) };
}
