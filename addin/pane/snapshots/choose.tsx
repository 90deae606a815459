import { monthName } from "../../../rules/months.ts";
import { chosenMonth, chosenTeam, monthsToChoose, ownTeams, teamName, type SnapshotChoice } from "./choice.ts";
import type { PaneModel } from "../../model/pane-model.ts";

interface ChooseProps {
  readonly model: PaneModel;
  readonly choice: SnapshotChoice;
}

/** Which of one's teams; a sentence where there is but one. */
export function ChooseTeam({ model, choice }: ChooseProps) {
  const teams = ownTeams(model);
  const { policy } = model.inputs.value;
  const [only] = teams;
  if (teams.length < 2) return <p>{`Team: ${only === undefined ? "none" : teamName(policy, only)}`}</p>;
  return (
    <label class="field">
      Team
      <select
        value={chosenTeam(model, choice)}
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

export function ChooseMonth({ model, choice }: ChooseProps) {
  const chosen = chosenMonth(model, choice);
  // A month that was chosen stays in the list when the check date moves on.
  const months = [...new Set([...monthsToChoose(model), chosen])].sort().reverse();
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
