import { monthName } from "../../../rules/months.ts";
import { chosenMonth, chosenTeam, monthsToChoose, ownTeams, teamName, type SnapshotChoice } from "./choice.ts";
import type { Desk } from "../../model/api.ts";

interface ChooseProps {
  readonly desk: Desk;
  readonly choice: SnapshotChoice;
}

/** Which of one's teams; a sentence where there is but one. */
export function ChooseTeam({ desk, choice }: ChooseProps) {
  const teams = ownTeams(desk);
  const { policy } = desk.basis.value;
  const [only] = teams;
  if (teams.length < 2) return <p>{`Team: ${only === undefined ? "none" : teamName(policy, only)}`}</p>;
  return (
    <label class="field">
      Team
      <select
        value={chosenTeam(desk, choice)}
        onChange={(event) => {
          choice.team.value = event.currentTarget.value;
        }}
      >
        {teams.map((id) => (
          <option key={id} value={id}>
            {teamName(policy, id)}
          </option>
        ))}
      </select>
    </label>
  );
}

export function ChooseMonth({ desk, choice }: ChooseProps) {
  const chosen = chosenMonth(desk, choice);
  // A month that was chosen stays in the list when the check date moves on.
  const months = [...new Set([...monthsToChoose(desk), chosen])].sort().reverse();
  return (
    <label class="field">
      Month
      <select
        value={chosen}
        onChange={(event) => {
          choice.month.value = event.currentTarget.value;
        }}
      >
        {months.map((month) => (
          <option key={month} value={month}>
            {monthName(month)}
          </option>
        ))}
      </select>
    </label>
  );
}
