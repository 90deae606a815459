import { readFileSync } from "node:fs";

/** A workbook that another tool made, from test/inputs. */
export const input = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`../inputs/${name}.xlsx`, import.meta.url)));
