import { count } from "../../../../rules/text.ts";
import { monthName } from "../../../../rules/months.ts";
import { teamName } from "../choice.ts";
import type { PaneModel } from "../../../model/pane-model.ts";

/** What was begun and neither handed in nor stopped. */
export function Unfinished({ model }: { readonly model: PaneModel }) {
  const { sending, inputs } = model;
  const entries = sending.outbox.value;
  if (entries.length === 0) return null;
  return (
    <section class="panel" aria-labelledby="unfinished">
      <h3 id="unfinished">Not finished</h3>
      <ul>
        {entries.map(({ key, team, month, rows }) => (
          <li key={key}>{`${teamName(inputs.value.policy, team)}, ${monthName(month)}: ${count(rows, "row")}`}</li>
        ))}
      </ul>
      <p class="buttons">
        <button
          type="button"
          class="main"
          onClick={() => {
            void sending.resume();
          }}
        >
          Go on sending
        </button>
        <button
          type="button"
          onClick={() => {
            void sending.cancel();
          }}
        >
          Give it up
        </button>
      </p>
    </section>
  );
}
