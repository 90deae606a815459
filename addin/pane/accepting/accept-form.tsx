import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import { parseIso, showDay, toIso } from "../../../rules/dates.ts";
import { foldName, list as listed } from "../../../rules/text.ts";
import { acceptanceForm, acceptanceOf } from "../../accepting/accept.ts";
import type { PlacedFinding } from "../../checking/finding-places.ts";
import type { PaneModel } from "../../model/pane-model.ts";
import { AcceptancePreview } from "./preview.tsx";

interface AcceptFormProps {
  readonly model: PaneModel;
  readonly placed: PlacedFinding & { readonly index: number };
  readonly onClose: () => void;
}

/** Who lets a finding stand and until when, and exactly what that writes. */
export function AcceptForm({ model, placed: { finding, index, rowNumber }, onClose }: AcceptFormProps) {
  const names = useId();
  const typedName = useSignal<string | undefined>(undefined);
  const typedDay = useSignal<string | undefined>(undefined);
  const list = model.current.value;
  const inputs = model.inputs.value;
  const form = list && acceptanceForm(list, inputs, index);
  if (!form) return null;
  const { standing, mayDecide, latest } = form;
  const me = foldName(model.service.account.value?.name ?? "");
  const by = typedName.value ?? mayDecide.find((name) => foldName(name) === me) ?? "";
  const until = typedDay.value ?? toIso(latest);
  const change = acceptanceOf(list, inputs, { index, rule: finding.rule }, { by, until: parseIso(until) });
  return (
    <div class="confirm" role="group" aria-label={`Accept ${finding.rule} on row ${rowNumber ?? ""}`}>
      <p>A manager decides that it stands for a time: it is then shown apart, and counts again after the last day.</p>
      {standing ? (
        <p>
          {`On this row ${standing.by} has accepted ${listed(standing.rules)} until ${showDay(standing.until)}, and this is accepted with it. If somebody else decides, or until another day, take that back first.`}
        </p>
      ) : (
        <>
          <label class="field">
            Who decides
            <input
              type="text"
              list={names}
              autocomplete="off"
              spellcheck={false}
              value={by}
              onInput={(event) => {
                typedName.value = event.currentTarget.value;
              }}
            />
          </label>
          <datalist id={names}>
            {mayDecide.map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
          <label class="field">
            Last day
            <input
              type="date"
              min={toIso(inputs.asOf)}
              max={toIso(latest)}
              value={until}
              onInput={(event) => {
                typedDay.value = event.currentTarget.value;
              }}
            />
          </label>
        </>
      )}
      <AcceptancePreview model={model} change={change} onClose={onClose} />
    </div>
  );
}
