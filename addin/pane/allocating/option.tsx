import type { Signal } from "@preact/signals";
import { useRef } from "preact/hooks";
import type { Option } from "../../allocating/help.ts";
import { loadInWords } from "../../allocating/loads.ts";
import type { PaneModel } from "../../model/pane-model.ts";
import { ConfirmNaming } from "./confirm.tsx";

interface OptionProps {
  readonly model: PaneModel;
  readonly index: number;
  readonly option: Option;
  readonly chosen: Signal<string | undefined>;
}

/** One person: what stands against them or must be so first, and what they would then lead. */
export function OptionItem({ model, index, option, chosen }: OptionProps) {
  const { text, name, role, may, reasons, notes, rules, load } = option;
  const button = useRef<HTMLButtonElement>(null);
  const isChosen = chosen.value === text;
  const canBeNamed = may !== "may-not";
  const close = (): void => {
    chosen.value = undefined;
    button.current?.focus();
  };
  return (
    <li class="finding">
      <p>
        <b>{name}</b>
        {role !== "" && `, ${role}`}
      </p>
      {reasons.length > 0 && (
        <ul class="reasons">
          {reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
      {may !== "may-not" && <p>{`${loadInWords(load)}.`}</p>}
      {notes.map((note) => (
        <p class="note" key={note}>{`Note: ${note}.`}</p>
      ))}
      {rules.length > 0 && <p class="note">{`By ${rules.join(", ")}`}</p>}
      {canBeNamed && (
        <p class="buttons">
          <button
            ref={button}
            type="button"
            aria-expanded={isChosen}
            aria-label={`Name ${name} as lead`}
            onClick={() => {
              chosen.value = isChosen ? undefined : text;
            }}
          >
            Name as lead
          </button>
        </p>
      )}
      {canBeNamed && isChosen && <ConfirmNaming model={model} index={index} option={option} onClose={close} />}
    </li>
  );
}
