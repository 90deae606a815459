import { edate, monthStart } from "../dates.ts";
import type { Context, TeamReturn } from "../context.ts";

/** Whether a trial asks for the return of the month before the check date: from the trial's first whole month to the month after its end. */
const isInTrial = ({ asOf, terms: { trial } }: Context): boolean =>
  monthStart(asOf) > trial.start && asOf < edate(monthStart(trial.end), 2);

/** The teams whose return for the month before is not what it should be, each with that month's last day; in a trial, while that asks for it. */
export const teamsOwing = (context: Context, owes: (team: TeamReturn) => boolean) =>
  !context.terms.isTrial || isInTrial(context)
    ? context.returns.filter(owes).map(({ team }) => ({ team, monthEnd: monthStart(context.asOf) - 1 }))
    : [];
