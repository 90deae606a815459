import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import type { PaneModel } from "../../model/pane-model.ts";
import { Action } from "./action.tsx";

interface PickProps {
  readonly model: PaneModel;
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly name: string }[];
  readonly onKeep: (value: string) => Promise<void>;
}

/**
 * A choice that counts only once it is kept: arrow keys go through the options of a list one by one, and each on the
 * way would otherwise be written into the workbook.
 */
export function Pick({ model, label, value, options, onKeep }: PickProps) {
  const draft = useSignal<string | undefined>(undefined);
  const select = useRef<HTMLSelectElement>(null);
  const shown = draft.value ?? value;
  const keep = async (): Promise<void> => {
    // The button goes away; the list beside it does not.
    select.current?.focus();
    await onKeep(shown);
    draft.value = undefined;
  };
  return (
    <div class="pick">
      <select
        ref={select}
        aria-label={label}
        value={shown}
        onChange={(event) => {
          draft.value = event.currentTarget.value;
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.name}
          </option>
        ))}
      </select>
      {shown !== value && (
        <Action model={model} onPress={keep}>
          Keep
        </Action>
      )}
    </div>
  );
}
