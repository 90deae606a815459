import type { Signal } from "@preact/signals";
import type { RefObject } from "preact";
import { isAcceptable } from "../../../rules/acceptance.ts";
import { takingBackOf } from "../../accepting/take-back.ts";
import type { PlacedFinding } from "../../checking/finding-places.ts";
import type { PaneModel } from "../../model/pane-model.ts";
import { AcceptForm } from "./accept-form.tsx";
import { AcceptancePreview } from "./preview.tsx";

interface ButtonProps {
  readonly placed: PlacedFinding;
  readonly isOpen: Signal<boolean>;
  readonly button: RefObject<HTMLButtonElement | null>;
}

/** Opens what a manager may decide about a finding: to accept it, or to take that back. Nothing for one that cannot be accepted. */
export function DecisionButton({ placed: { finding, index, rowNumber }, isOpen, button }: ButtonProps) {
  if (index === undefined || !isAcceptable(finding)) return null;
  const does = finding.accepted ? "Take back" : "Accept";
  return (
    <button
      ref={button}
      type="button"
      aria-expanded={isOpen.value}
      aria-label={`${does} ${finding.rule} on row ${rowNumber ?? ""}`}
      onClick={() => {
        isOpen.value = !isOpen.value;
      }}
    >
      {`${does}…`}
    </button>
  );
}

interface DecisionProps {
  readonly model: PaneModel;
  readonly placed: PlacedFinding;
  readonly onClose: () => void;
}

export function DecisionForm({ model, placed, onClose }: DecisionProps) {
  const { finding, index, rowNumber } = placed;
  const list = model.current.value;
  if (index === undefined || !list) return null;
  if (!finding.accepted) return <AcceptForm model={model} placed={{ ...placed, index }} onClose={onClose} />;
  return (
    <div class="confirm" role="group" aria-label={`Take back ${finding.rule} on row ${rowNumber ?? ""}`}>
      <AcceptancePreview
        model={model}
        change={takingBackOf(list, model.inputs.value, { index, rule: finding.rule })}
        onClose={onClose}
      />
    </div>
  );
}
