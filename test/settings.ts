const asked = process.env["LP_PROVE"];

/** How far the proofs go: all of them with `npm run prove`, a tenth of them in `npm test`, one with `npm run prove -- --few`. */
export const PROOF =
  asked === "whole"
    ? { kills: 100, rows: 20_000 }
    : asked === "few"
      ? { kills: 1, rows: 2_000 }
      : { kills: 10, rows: 2_000 };
