import { CASES_AMISS } from "./cases-amiss.ts";
import { CASES_IN_ORDER } from "./cases-in-order.ts";
import { TEAMS, type Case } from "./kinds.ts";

const teamOf = ({ team }: Case): number => TEAMS.findIndex((name) => name === team);
const refOf = ({ childRef }: Case): string => String(childRef);

/** Every case, by team and then by ref, as a service manager would list them. */
export const CASES: readonly Case[] = [...CASES_IN_ORDER, ...CASES_AMISS].sort(
  (a, b) => teamOf(a) - teamOf(b) || (refOf(a) < refOf(b) ? -1 : 1),
);
