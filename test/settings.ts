/** How far the proofs go: all of them with `npm run prove`, a seeded part in `npm test`. */
export const PROOF = { kills: process.env["LP_PROVE"] === "whole" ? 100 : 10 } as const;
