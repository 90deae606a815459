const asked = process.env["LP_PROVE"];

/**
 * How far the proofs go: all of them with `npm run prove`, a tenth of them in `npm test`, one with `npm run prove -- --few`.
 * In the first nothing is left out because something is missing on this machine.
 */
export const PROOF =
  asked === "whole"
    ? { kills: 100, rows: 20_000, isDemanded: true }
    : asked === "few"
      ? { kills: 1, rows: 2_000, isDemanded: false }
      : { kills: 10, rows: 2_000, isDemanded: false };
