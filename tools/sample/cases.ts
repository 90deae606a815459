import { CASES_AMISS } from "./cases-amiss.ts";
import { COAST_IN_ORDER } from "./cases-in-order-coast.ts";
import { INLAND_IN_ORDER } from "./cases-in-order-inland.ts";
import { TEAMS, type Case } from "./kinds.ts";

const teamOf = ({ team }: Case): number => TEAMS.findIndex((name) => name === team);
const refOf = ({ childRef }: Case): string => String(childRef);

/** Every case, by team and then by ref, as a service manager would list them. */
export const CASES: readonly Case[] = [...COAST_IN_ORDER, ...INLAND_IN_ORDER, ...CASES_AMISS].sort(
  (a, b) => teamOf(a) - teamOf(b) || (refOf(a) < refOf(b) ? -1 : 1),
);
