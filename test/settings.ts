const asked = process.env["LP_PROVE"];

/**
 * How far the proofs go: all of them with `npm run prove`, a tenth of them in `npm test`, one with `npm run prove -- --few`.
 * In the first nothing is left out because something is missing on this machine, except other people's workbooks, which are
 * then skipped by name; they are read for `npm run prove` alone: every one of so many, and so many of each repository validated.
 */
export const PROOF =
  asked === "whole"
    ? { kills: 100, rows: 20_000, isDemanded: true, corpora: { everyOne: 1, validated: 9 } }
    : asked === "few"
      ? { kills: 1, rows: 2_000, isDemanded: false, corpora: { everyOne: 20, validated: 1 } }
      : { kills: 10, rows: 2_000, isDemanded: false, corpora: undefined };
