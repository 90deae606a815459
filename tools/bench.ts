/**
 * `npm run bench [-- --rounds N] [--few] [--json]`: how fast the rules are, and how fast next to other ways of doing the same.
 * `--few` takes every measure once, of few rows, only to see that it can be taken.
 * Run as one bundle, as the rules ship. Only ratios within one run mean anything. Fails only where contestants disagree on what the rows break.
 */
import { parseArgs } from "node:util";
import { HOW, SUBSET, WHO } from "./bench/breach-bits.ts";
import { commonSubset, subsetDisagreement } from "./bench/common-subset.ts";
import { editAgainstRecheck } from "./bench/edit.ts";
import { functionStart } from "./bench/function-start.ts";
import { goals } from "./bench/goals.ts";
import { memory } from "./bench/memory.ts";
import { FEW, SIZES } from "./bench/sizes.ts";
import { show, type Results } from "./bench/table.ts";
import { versions } from "./bench/versions.ts";
import { wholeCatalogue } from "./bench/whole-catalogue.ts";

const { values } = parseArgs({
  options: {
    rounds: { type: "string" },
    few: { type: "boolean", default: false },
    json: { type: "boolean", default: false },
  },
});
const sizes = values.few ? FEW : SIZES;
const rounds = Number(values.rounds ?? (values.few ? "1" : "31"));
if (!Number.isInteger(rounds) || rounds < 1) {
  console.error("How many rounds? npm run bench -- --rounds 31");
  process.exit(2);
}

const differs = await subsetDisagreement(sizes);
if (differs !== undefined) {
  console.error(differs);
  process.exit(1);
}

const say = (what: string): void => {
  if (!values.json) console.error(what);
};

say("Everyone agrees on every row. Timing the common subset…");
const subset = await commonSubset(sizes, rounds);
say("Timing all the rules…");
const whole = await wholeCatalogue(sizes, Math.min(rounds, 7));
say("Measuring memory…");
const used = memory(sizes.large, Math.min(rounds, 3));
say("Editing a sheet in Microsoft's client…");
const edits = [
  await editAgainstRecheck(2 * sizes.small, Math.min(rounds, 15)),
  await editAgainstRecheck(sizes.middle, Math.min(rounds, 15)),
];
say("Starting the deployed function…");
const start = await functionStart(Math.min(rounds, 15));

const results: Results = {
  node: process.versions.node,
  versions: versions(),
  whole,
  memory: used,
  rules: SUBSET.map(({ id }) => id),
  breaches: Object.keys(WHO).length + Object.keys(HOW).length,
  subset,
  edits,
  start,
  goals: goals(sizes, whole.growth, used.ratio, subset, start.ratio),
};
console.log(values.json ? JSON.stringify(results, null, 2) : show(results));
