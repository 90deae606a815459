import type { Month } from "../../../history/api.ts";
import { Limited } from "../../parts/limited.tsx";
import { chosenTeam, historySpan, teamName, type SnapshotChoice } from "../choice.ts";
import { ChooseTeam } from "../choose.tsx";
import type { Desk } from "../../../model/api.ts";
import { Charts } from "./charts.tsx";
import { useLoaded } from "./loaded.ts";
import { MonthPanel } from "./month.tsx";

interface HistoryProps {
  readonly desk: Desk;
  readonly choice: SnapshotChoice;
}

function Months({
  desk,
  months,
  team,
}: {
  readonly desk: Desk;
  readonly months: readonly Month[];
  readonly team: string;
}) {
  if (months.length === 0) {
    const name = teamName(desk.basis.value.policy, team);
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
              <MonthPanel key={month.receipt.month} desk={desk} month={month} />
            ))}
          </ul>
        )}
      </Limited>
      <Charts months={months} />
    </>
  );
}

/** The months of a team that the service holds. */
export function HistoryPart({ desk, choice }: HistoryProps) {
  const team = chosenTeam(desk, choice) ?? "";
  const isOnline = desk.service.state.value === "online";
  const newest = desk.sending.receipts.value[0]?.at;
  const { from, to } = historySpan(desk);
  const { loaded, again } = useLoaded(() => desk.history.months(team, from, to), [team, from, to, isOnline, newest]);
  const state = loaded.value;
  return (
    <>
      <h2>History</h2>
      <ChooseTeam desk={desk} choice={choice} />
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
      {state.is === "here" && <Months desk={desk} months={state.value} team={team} />}
    </>
  );
}
