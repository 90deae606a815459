import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { chosenMonth, chosenTeam, teamName, type SnapshotChoice } from "../choice.ts";
import { ChooseMonth, ChooseTeam } from "../choose.tsx";
import type { PaneModel } from "../../../model/pane-model.ts";
import { ReceiptLines } from "../receipt.tsx";
import { monthName } from "../../../../rules/months.ts";
import { usePreview } from "./use-preview.ts";
import { PreviewPart } from "./preview.tsx";
import { SendStatus } from "./status.tsx";
import { isUnderWay } from "./under-way.ts";
import { Unfinished } from "./unfinished.tsx";

interface SendProps {
  readonly model: PaneModel;
  readonly choice: SnapshotChoice;
}

function ChooseAndSend({ model, choice }: SendProps) {
  const asOf = useSignal("");
  const { prepared, prepare } = usePreview(model, choice, asOf);
  const [team, month] = [chosenTeam(model, choice), chosenMonth(model, choice)];
  if (team === undefined) return null;
  const now = prepared.value;
  return (
    <>
      <ChooseTeam model={model} choice={choice} />
      <ChooseMonth model={model} choice={choice} />
      <label class="field">
        As of
        <input
          type="date"
          value={asOf.value}
          aria-describedby="as-of-note"
          onChange={(event) => {
            asOf.value = event.currentTarget.value;
          }}
        />
      </label>
      <p id="as-of-note" class="note">
        Left blank, it is the month's last day, or today in the current month.
      </p>
      <p class="buttons">
        <button
          type="button"
          class={now.is === "ready" ? undefined : "main"}
          aria-disabled={now.is === "working"}
          onClick={() => {
            if (now.is !== "working") void prepare(team, month);
          }}
        >
          Show what would be sent
        </button>
      </p>
      <p role="status" class="problem-text">
        {now.is === "failed" ? now.sentence : ""}
      </p>
      {now.is === "ready" && (
        <PreviewPart
          preview={now.preview}
          team={teamName(model.inputs.value.policy, now.preview.team)}
          onSend={() => {
            void model.sending.send(now.preview.team, now.preview.month, now.preview.asOf);
          }}
        />
      )}
    </>
  );
}

function Receipts({ model }: { readonly model: PaneModel }) {
  const receipts = model.sending.receipts.value;
  const { policy } = model.inputs.value;
  return (
    <section class="panel" aria-labelledby="receipts">
      <h3 id="receipts">Receipts in this workbook</h3>
      {receipts.length === 0 && <p>Nothing has been sent from this workbook yet.</p>}
      {receipts.map((receipt) => (
        <details key={`${receipt.team} ${receipt.month}`}>
          <summary>{`${teamName(policy, receipt.team)}, ${monthName(receipt.month)}, version ${receipt.version}`}</summary>
          <ReceiptLines receipt={receipt} team={teamName(policy, receipt.team)} />
        </details>
      ))}
    </section>
  );
}

/** Choosing a month, seeing what of it would leave the workbook, sending it, and its receipt. */
export function SendPart({ model, choice }: SendProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const isSending = isUnderWay(model.sending.state.value);
  const before = useRef(isSending);
  // The button that was pressed goes away with what stood around it.
  useEffect(() => {
    if (before.current !== isSending) heading.current?.focus();
    before.current = isSending;
  }, [isSending]);
  return (
    <>
      <h2 tabIndex={-1} ref={heading}>
        Send a month
      </h2>
      <SendStatus model={model} />
      {!isSending && (
        <>
          <Unfinished model={model} />
          <ChooseAndSend model={model} choice={choice} />
        </>
      )}
      <Receipts model={model} />
    </>
  );
}
