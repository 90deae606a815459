import type { Month } from "../../../history/history.ts";
import { Limited } from "../../parts/limited.tsx";
import { chosenTeam, historySpan, teamName, type SnapshotChoice } from "../choice.ts";
import { ChooseTeam } from "../choose.tsx";
import type { PaneModel } from "../../../model/pane-model.ts";
import { Charts } from "./charts.tsx";
import { useLoaded } from "./use-loaded.ts";
import { MonthPanel } from "./month.tsx";

interface HistoryProps {
  readonly model: PaneModel;
  readonly choice: SnapshotChoice;
}

function Months({
  model,
  months,
  team,
}: {
  readonly model: PaneModel;
  readonly months: readonly Month[];
  readonly team: string;
}) {
  if (months.length === 0) {
    const name = teamName(model.inputs.value.policy, team);
    return (
      <p class="empty">
        {`Nothing has been sent for ${name} yet. Once a month has been, it stands here with its verdicts, and from the second on with what changed.`}
      </p>
    );
  }
  return (
    <>
      <Limited items={[...months].reverse()} what="months" step={3}>
        {(shown) => (
          <ul class="months">
            {shown.map((month) => (
              <MonthPanel key={month.receipt.month} model={model} month={month} />
            ))}
          </ul>
        )}
      </Limited>
      <Charts months={months} />
    </>
  );
}

/** The months of a team that the service holds. */
export function HistoryPart({ model, choice }: HistoryProps) {
  const team = chosenTeam(model, choice) ?? "";
  const isOnline = model.service.state.value === "online";
  const newest = model.sending.receipts.value[0]?.at;
  const { from, to } = historySpan(model);
  const { loaded, again } = useLoaded(() => model.history.months(team, from, to), [team, from, to, isOnline, newest]);
  const state = loaded.value;
  return (
    <>
      <h2>History</h2>
      <ChooseTeam model={model} choice={choice} />
      <p role="status">
        {state.is === "loading"
          ? "Asking for the months that were sent …"
          : state.is === "failed"
            ? state.sentence
            : ""}
      </p>
      {state.is === "failed" && (
        <p class="buttons">
          <button type="button" onClick={again}>
            Ask again
          </button>
        </p>
      )}
      {state.is === "here" && <Months model={model} months={state.value} team={team} />}
    </>
  );
}
