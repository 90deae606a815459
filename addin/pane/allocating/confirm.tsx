import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { list as listed, count } from "../../../rules/text.ts";
import type { Option } from "../../allocating/help.ts";
import { namingOf } from "../../allocating/naming.ts";
import { isReasonCode, REASON_CODES } from "../../allocating/reason-codes.ts";
import { Action } from "../parts/action.tsx";
import { ChangeList } from "../parts/change-list.tsx";
import type { PaneModel } from "../../model/pane-model.ts";

interface ConfirmProps {
  readonly model: PaneModel;
  readonly index: number;
  readonly option: Option;
  readonly onClose: () => void;
}

const inQuotes = (headers: readonly string[]): string => listed(headers.map((header) => `'${header}'`));

/** Which cells will change and how, before anything is written. */
export function ConfirmNaming({ model, index, option, onClose }: ConfirmProps) {
  const reason = useSignal("");
  const box = useRef<HTMLDivElement>(null);
  const list = model.current.value;
  if (!list) return null;
  const naming = namingOf(list, model.inputs.value, index, {
    option,
    reason: isReasonCode(reason.value) ? reason.value : undefined,
  });
  const { changes, without, left, rowNumber } = naming;
  const write = (): Promise<void> | undefined => {
    // Whoever is named goes from the list, and their button with them; what the list stands under stays.
    const summary = box.current?.closest("details")?.querySelector("summary");
    onClose();
    summary?.focus();
    return model.nameAsLead(naming);
  };
  return (
    <div ref={box} class="confirm" role="group" aria-label={`Name ${option.name} as lead of row ${rowNumber}`}>
      {option.may === "conditional" && (
        <p>
          <b>{`${option.name} may lead once ${listed(option.reasons)}.`}</b>
        </p>
      )}
      <label class="field">
        Reason for choice
        <select
          value={reason.value}
          onChange={(event) => {
            reason.value = event.currentTarget.value;
          }}
        >
          <option value="">Leave as it is</option>
          {Object.entries(REASON_CODES).map(([code, words]) => (
            <option key={code} value={code}>{`${words} (${code})`}</option>
          ))}
        </select>
      </label>
      <ChangeList changes={changes} />
      {without.length > 0 && (
        <p class="note">{`Not written, since the sheet has no such column: ${inQuotes(without)}.`}</p>
      )}
      {left.length > 0 && <p class="note">{`Left as entered before; look at them afterwards: ${inQuotes(left)}.`}</p>}
      {list.isProtected && (
        <p>The sheet is protected, so nothing can be written. Unprotect it first (Review &gt; Unprotect Sheet).</p>
      )}
      <p class="buttons">
        {!list.isProtected && (
          <Action model={model} isMain onPress={write}>{`Write ${count(changes.length, "cell")}`}</Action>
        )}
        <button type="button" onClick={onClose}>
          Cancel
        </button>
      </p>
    </div>
  );
}
