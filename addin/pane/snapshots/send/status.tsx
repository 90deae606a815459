import { monthName } from "../../../../rules/months.ts";
import type { PaneModel } from "../../../model/pane-model.ts";
import { teamName } from "../choice.ts";
import { ReceiptLines } from "../receipt.tsx";
import { isUnderWay, turnOf } from "./under-way.ts";

function Steps({ model }: { readonly model: PaneModel }) {
  const state = model.sending.state.value;
  if (state.is !== "preparing" && state.is !== "sending") return null;
  const { done, of } = state;
  return (
    <p class="busy">
      <progress aria-label="Rows" value={done} max={Math.max(1, of)} />
      <span>{`${done} of ${of} rows`}</span>
    </p>
  );
}

/** How sending goes. The region of its turns is always there: a screen reader hears only what changes in one. */
export function SendStatus({ model }: { readonly model: PaneModel }) {
  const { sending, inputs } = model;
  const state = sending.state.value;
  const [entry] = sending.outbox.value;
  return (
    <div class={state.is === "idle" ? "" : "panel"}>
      {isUnderWay(state) && entry && (
        <p>
          <b>{`${teamName(inputs.value.policy, entry.team)}, ${monthName(entry.month)}`}</b>
        </p>
      )}
      <p role="status" class={state.is === "refused" ? "problem-text" : undefined}>
        {turnOf(state)}
      </p>
      <Steps model={model} />
      {isUnderWay(state) && (
        <>
          <p class="note">You may close the pane or go on working: it goes on when the pane is open again.</p>
          <p class="buttons">
            <button
              type="button"
              onClick={() => {
                void sending.cancel();
              }}
            >
              Stop sending
            </button>
          </p>
        </>
      )}
      {state.is === "sent" && (
        <ReceiptLines receipt={state.receipt} team={teamName(inputs.value.policy, state.receipt.team)} />
      )}
    </div>
  );
}
