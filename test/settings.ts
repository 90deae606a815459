const isWhole = process.env["LP_PROVE"] === "whole";

/** How far the proofs go: all of them with `npm run prove`, a tenth of them in `npm test`. */
export const PROOF = { kills: isWhole ? 100 : 10, rows: isWhole ? 20_000 : 2_000 } as const;
