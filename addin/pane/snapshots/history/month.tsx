import { useSignal } from "@preact/signals";
import { count } from "../../../../rules/text.ts";
import type { Month } from "../../../history/history.ts";
import { monthName } from "../../../../rules/months.ts";
import { Action } from "../../parts/action.tsx";
import { teamName } from "../choice.ts";
import type { PaneModel } from "../../../model/pane-model.ts";
import { ReceiptLines } from "../receipt.tsx";
import { showIsoDay, verdictsLine } from "../words.ts";
import { Changes } from "./changes.tsx";

interface MonthProps {
  readonly model: PaneModel;
  readonly month: Month;
}

/** One month that was sent: its verdicts, its receipt, and what can be done with it. */
export function MonthPanel({ model, month: { receipt, versions } }: MonthProps) {
  const isOpen = useSignal(false);
  const { team, month, rows, verdicts, asOf } = receipt;
  const name = monthName(month);
  return (
    <li class="panel">
      <h3>{name}</h3>
      <p>{`${count(rows, "row")} as of ${showIsoDay(asOf)}: ${verdictsLine(verdicts)}.`}</p>
      {versions > 1 && (
        <p class="note">{`Version ${receipt.version}; it counts in place of ${count(versions - 1, "earlier one")}.`}</p>
      )}
      <details>
        <summary>Receipt</summary>
        <ReceiptLines receipt={receipt} team={teamName(model.inputs.value.policy, team)} />
      </details>
      <p class="buttons">
        <button
          type="button"
          aria-expanded={isOpen.value}
          aria-label={`What changed in ${name}`}
          onClick={() => {
            isOpen.value = !isOpen.value;
          }}
        >
          What changed
        </button>
        <Action model={model} onPress={() => model.insertReport(team, month)}>{`Insert report of ${name}`}</Action>
      </p>
      {isOpen.value && <Changes model={model} team={team} month={month} />}
    </li>
  );
}
