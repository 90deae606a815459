/** `npm run check -- FILE.xlsx`: says what breaks the rules in a workbook, why, and what to do next. */
import { run } from "./check/run.ts";
import { today } from "./today.ts";

const { code, out, err } = run(process.argv.slice(2), today());
if (out !== "") process.stdout.write(`${out}\n`);
if (err !== "") process.stderr.write(`${err}\n`);
process.exitCode = code;
