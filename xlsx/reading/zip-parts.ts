import { Inflate } from "fflate";
import { crc32 } from "./crc32.ts";
import { damaged, sentences, UnreadableFile } from "./unreadable.ts";
import { packedBytes, readDirectory } from "./zip-directory.ts";
import type { ZipEntry } from "./zip-directory.ts";

/** The parts of a workbook, inflated only when asked for and in pieces, within limits for the whole file. */
export interface Parts {
  has(path: string): boolean;
  /** The part's bytes piece by piece. Throws {@link UnreadableFile} if it is missing, broken or over a limit. */
  pieces(path: string, limit?: number): Iterable<Uint8Array>;
}

const MB = 1024 * 1024;
/** Inflated bytes over all parts read. */
const TOTAL_LIMIT = 256 * MB;
/** Inflated bytes of a part that only describes others. */
export const SMALL_PART_LIMIT = 16 * MB;
const PARTS_LIMIT = 10_000;
/** Real sheets shrink 5 to 50 times; deflate's utmost, which bombs use, is about 1,030 times. */
const RATIO_LIMIT = 300;
const RATIO_MATTERS_ABOVE = 16 * MB;
// Deflate yields at most 1,032 bytes for one, so that a piece of this size cannot yield more than 17 MB unseen.
const PIECE = 16 * 1024;

export function openParts(bytes: Uint8Array): Parts {
  const entries = readDirectory(bytes);
  let total = 0;
  let parts = 0;

  function* pieces(path: string, limit = TOTAL_LIMIT): Iterable<Uint8Array> {
    const entry = entries.get(path.toLowerCase());
    if (entry === undefined) throw damaged();
    if (++parts > PARTS_LIMIT) throw new UnreadableFile(sentences.tooManyParts);
    let size = 0;
    let checksum = 0;
    for (const piece of unpacked(bytes, entry)) {
      size += piece.length;
      total += piece.length;
      if (size > limit || total > TOTAL_LIMIT) throw new UnreadableFile(sentences.tooBig);
      if (size > RATIO_MATTERS_ABOVE && size > entry.packedSize * RATIO_LIMIT) throw new UnreadableFile(sentences.bomb);
      // The declared size is checked here and used nowhere: a directory can lie.
      if (size > entry.size) throw damaged();
      checksum = crc32(piece, checksum);
      yield piece;
    }
    if (size !== entry.size || checksum !== entry.checksum) throw damaged();
  }

  return { has: (path) => entries.has(path.toLowerCase()), pieces };
}

function* unpacked(bytes: Uint8Array, entry: ZipEntry): Iterable<Uint8Array> {
  if (entry.isEncrypted) throw new UnreadableFile(sentences.password);
  const packed = packedBytes(bytes, entry);
  if (entry.method === 0) yield packed;
  else if (entry.method === 8) yield* inflated(packed);
  else throw new UnreadableFile(sentences.compression);
}

// fflate's unzipSync and inflateSync are of no use here: they allocate whatever size the directory declares, cut longer
// data off at that size without a word after inflating all of it, and do not look at the checksum.
function* inflated(packed: Uint8Array): Iterable<Uint8Array> {
  let latest = new Uint8Array();
  const stream = new Inflate((data) => {
    latest = data;
  });
  for (let at = 0; at < packed.length; at += PIECE) {
    stream.push(packed.subarray(at, at + PIECE), at + PIECE >= packed.length);
    if (latest.length > 0) yield latest;
  }
}
