/** `npm run prove`: the long proofs in full, of which `npm test` runs a part. */
import { startVitest } from "vitest/node";
import { PROOFS } from "./prove/proofs.ts";

const vitest = await startVitest("test", [...PROOFS], {
  watch: false,
  run: true,
  coverage: { enabled: false },
  env: { LP_PROVE: "whole" },
});
await vitest.close();
