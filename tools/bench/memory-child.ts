/** A process of its own for tools/bench/memory.ts: holds the cells of a sheet, checks them if told to, and prints its peak memory. */
import { check } from "../../rules/check.ts";
import { inventSheet } from "./invented-sheet.ts";

const [rows, what] = process.argv.slice(2);
const { sheet, given } = inventSheet(Number(rows));
const checked = what === "check" ? check(sheet, given) : undefined;
// Both are asked for something at the end, so that neither can be let go of before.
const held = sheet.rows.length + (checked?.rows.length ?? 0);
console.log(JSON.stringify({ held, peak: process.resourceUsage().maxRSS }));
