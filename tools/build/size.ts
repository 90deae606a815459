import { gzipSync } from "node:zlib";

export interface Size {
  readonly bytes: number;
  readonly gzip: number;
}

export const sizeOf = (content: Uint8Array): Size => ({
  bytes: content.length,
  gzip: gzipSync(content, { level: 9 }).length,
});

const kilobytes = (bytes: number): string => `${(bytes / 1024).toFixed(1)} KB`;

export const showSize = ({ bytes, gzip }: Size): string => `${kilobytes(bytes)}, ${kilobytes(gzip)} compressed`;
