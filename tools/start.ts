/** `npm start`: until the service is there, checks the sample workbook and says how to check another. */
import { fileURLToPath } from "node:url";
import { USAGE } from "./check/arguments.ts";
import { run } from "./check/run.ts";
import { today } from "./today.ts";

const sample = fileURLToPath(new URL("../addin/workbench/sample/allocations.xlsx", import.meta.url));
const { code, out, err } = run([sample], today());
process.stdout.write(`${out}${err}\n\nThis was the sample workbook, with invented people. To check your own:\n  ${USAGE}\n`);
process.exitCode = code === 2 ? 2 : 0;
