/**
 * `npm run prove [-- --few] [WORD]`: the long proofs in full, of which `npm test` runs a part; those whose file has the word in its name.
 * `--few` goes through each once, only to see that it can be gone through.
 */
import { parseArgs } from "node:util";
import { startVitest } from "vitest/node";
import { PROOFS } from "./prove/proofs.ts";

const {
  values: { few },
  positionals: [word = ""],
} = parseArgs({ allowPositionals: true, options: { few: { type: "boolean", default: false } } });
const chosen = PROOFS.filter((file) => file.includes(word));
if (chosen.length === 0) {
  console.error(`No proof has '${word}' in its name. There are:\n${PROOFS.join("\n")}`);
  process.exit(2);
}
const vitest = await startVitest("test", chosen, {
  watch: false,
  run: true,
  coverage: { enabled: false },
  env: { LP_PROVE: few ? "few" : "whole" },
});
await vitest.close();
