import { compare } from "./compare.ts";
import type { Job } from "./jobs.ts";
import { patchOneCell } from "./patch-one-cell.ts";
import { readAndSearch } from "./read-and-search.ts";

const WORK = {
  read: readAndSearch,
  compare,
  "patch value": (bytes: Uint8Array) => patchOneCell(bytes, "value"),
  "patch formula": (bytes: Uint8Array) => patchOneCell(bytes, "formula"),
};
const KILOBYTE = 1024;

process.on("message", ({ kind, bytes }: Job) => {
  try {
    const answer = WORK[kind](bytes);
    process.send?.({ answer, peak: process.resourceUsage().maxRSS * KILOBYTE });
  } catch (problem) {
    process.send?.({ failed: `it threw ${String(problem)}` });
  }
});
