import { crc32, deflateSync } from "node:zlib";

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** 8 bits a channel, colour with alpha, and the only ways of compressing, filtering and interlacing that we write. */
const FORM = [8, 6, 0, 0, 0];

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** A square PNG of pixels as `raster` draws them. */
export function encodePng(pixels: Uint8Array, size: number): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set(FORM, 8);
  const line = size * 4;
  // Each line begins with its filter: none.
  const lines = Buffer.concat(
    Array.from({ length: size }, (_, row) =>
      Buffer.concat([Buffer.of(0), pixels.subarray(row * line, (row + 1) * line)]),
    ),
  );
  return Buffer.concat([
    SIGNATURE,
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(lines, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** What a PNG says of its size; undefined for what is no PNG. */
export function pngSize(bytes: Uint8Array): { readonly width: number; readonly height: number } | undefined {
  const file = Buffer.from(bytes);
  if (file.length < 24 || !file.subarray(0, 8).equals(SIGNATURE)) return undefined;
  return { width: file.readUInt32BE(16), height: file.readUInt32BE(20) };
}
