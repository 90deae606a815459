import { showDay, type Day } from "../../rules/dates.ts";
import { teamsIn, type Policy } from "../../rules/policy.ts";
import { isUsable } from "../../rules/read.ts";
import { Register, type RawPractitioner } from "../../rules/register.ts";
import { termsOf } from "../../rules/terms.ts";
import { count, list } from "../../rules/text.ts";

/** "4 of Dover, 1 of no team". */
function byTeam(teams: readonly string[], policy: Policy): string {
  const names = new Map(teamsIn(policy).map(({ id, name }) => [id, name]));
  const counts = new Map<string, number>();
  for (const team of teams) counts.set(team, (counts.get(team) ?? 0) + 1);
  return list(
    [...counts]
      .map(([team, many]) => `${many} of ${names.get(team) ?? (team === "" ? "no team" : team)}`)
      .sort((a, b) => a.slice(a.indexOf(" ")).localeCompare(b.slice(b.indexOf(" ")), "en-GB")),
  );
}

/**
 * What of the register ends within the policy's days of warning, and what is shown as ended, by last day and team:
 * sentences with counts, and nobody's name.
 */
export function registrationsEnding(practitioners: readonly RawPractitioner[], policy: Policy, today: Day): string[] {
  const register = new Register({ practitioners }, termsOf(policy), today);
  const byDay = new Map<Day, string[]>();
  for (const { registration, registeredTo: to, team } of register.practitioners) {
    if (registration !== "held" || !isUsable(to) || to - policy.registrationWarnDays > today) continue;
    byDay.set(to, [...(byDay.get(to) ?? []), team]);
  }
  return [...byDay]
    .sort(([a], [b]) => a - b)
    .map(([to, teams]) => {
      const many = count(teams.length, "registration");
      return to < today
        ? `The register shows ${many} to ${showDay(to)} and none since: ${byTeam(teams, policy)}. Look them up in Social Work England's public register, and have the new dates entered.`
        : `${many} ${teams.length === 1 ? "ends" : "end"} on ${showDay(to)}: ${byTeam(teams, policy)}. Have the new dates entered by then.`;
    });
}
