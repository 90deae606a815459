import { useSignal, type Signal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { showDay } from "../../../rules/dates.ts";
import { count } from "../../../rules/text.ts";
import { renewedTo } from "../../../rules/registration-year.ts";
import type { PaneModel } from "../../model/pane-model.ts";
import { focusHeading } from "../keep-focus.ts";
import { Action } from "../parts/action.tsx";
import { ChangeList } from "../parts/change-list.tsx";

interface RenewingProps {
  readonly model: PaneModel;
  /** Keys of the people that are ticked. */
  readonly ticked: Signal<ReadonlySet<string>>;
}

/** Exactly what is written for everyone ticked, and where, before anything is. */
function Preview({ model, ticked, onClose }: RenewingProps & { readonly onClose: () => void }) {
  const renewal = model.renewalOf(ticked.value);
  const { to, table, entries, left } = renewal;
  const many = (table?.changes.length ?? 0) + entries.length;
  return (
    <div class="confirm" role="group" aria-label={`Renewed to ${showDay(to)}`}>
      <p>Look each person up in Social Work England's public register first.</p>
      {table && table.changes.length > 0 && (
        <>
          <p>{`On the sheet ${table.sheet}:`}</p>
          <ChangeList changes={table.changes} />
        </>
      )}
      {entries.length > 0 && (
        <>
          <p>In the council's register:</p>
          <ul class="changes">
            {entries.map(({ id, name, before }) => (
              <li key={id}>{`${name} (${id}), registered to: ${showDay(before)} becomes ${showDay(to)}`}</li>
            ))}
          </ul>
        </>
      )}
      {left.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <p class="buttons">
        {many > 0 && (
          <Action
            model={model}
            isMain
            onPress={() => {
              ticked.value = new Set();
              onClose();
              focusHeading();
              return model.renew(renewal);
            }}
          >{`Write ${count(many, "date")}`}</Action>
        )}
        <button type="button" onClick={onClose}>
          Cancel
        </button>
      </p>
    </div>
  );
}

/** Enters that everyone ticked has renewed their registration, as one act. */
export function Renewing({ model, ticked }: RenewingProps) {
  const isOpen = useSignal(false);
  const button = useRef<HTMLButtonElement>(null);
  const to = renewedTo(model.inputs.value.asOf);
  const many = ticked.value.size;
  return (
    <>
      <p class="buttons">
        <button
          ref={button}
          type="button"
          aria-expanded={isOpen.value}
          aria-disabled={many === 0}
          onClick={() => {
            if (many > 0) isOpen.value = !isOpen.value;
          }}
        >{`Renewed to ${showDay(to)} (${many} ticked)…`}</button>
      </p>
      {isOpen.value && many > 0 && (
        <Preview
          model={model}
          ticked={ticked}
          onClose={() => {
            isOpen.value = false;
            button.current?.focus();
          }}
        />
      )}
      {model.refusedRenewals.value.length > 0 && (
        <section aria-label="Not entered">
          <p>Not entered:</p>
          <ul class="changes">
            {model.refusedRenewals.value.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
