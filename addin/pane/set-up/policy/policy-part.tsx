import { useSignal } from "@preact/signals";
import { count } from "../../../../rules/text.ts";
import type { PolicyTableInputs } from "../../../../rules/workbook/check-inputs.ts";
import type { PaneModel } from "../../../model/pane-model.ts";
import { Action } from "../../parts/action.tsx";
import { Limited } from "../../parts/limited.tsx";
import { PolicyForm } from "./policy-form.tsx";

interface PartProps {
  readonly model: PaneModel;
}

/** Each row of the table that does not count, or counts otherwise than may be expected, with a way to it. */
function Notes({ model, table }: PartProps & { readonly table: PolicyTableInputs }) {
  const notes = [
    ...table.unusable.map((note) => ({ ...note, isLeftOut: true })),
    ...table.remarks.map((note) => ({ ...note, isLeftOut: false })),
  ];
  if (notes.length === 0) return <p>Every row of it counts.</p>;
  return (
    <Limited items={notes} what="rows">
      {(shown) => (
        <ul>
          {shown.map(({ row, reason, isLeftOut }) => (
            <li class="decision" key={`${row} ${reason}`}>
              <p>
                <b>{`Row ${row}`}</b>
                {isLeftOut ? " was left out. " : ": "}
                {reason}
              </p>
              <p class="buttons">
                <Action model={model} onPress={() => model.goToPolicyRow(row)}>
                  <span>
                    Go to<span class="unseen">{` row ${row} of the table Policy`}</span>
                  </span>
                </Action>
              </p>
            </li>
          ))}
        </ul>
      )}
    </Limited>
  );
}

const HEADING = "own-policy";

/** The council's own policy in the workbook: the table Policy, written with one button and changed in a form. */
export function PolicyPart({ model }: PartProps) {
  const state = useSignal<"closed" | "asking" | "form">("closed");
  const { policyTable: table, basePolicy } = model.inputs.value;
  const close = (): void => {
    state.value = "closed";
    document.getElementById(HEADING)?.focus();
  };
  const write = async (): Promise<void> => {
    close();
    await model.writePolicy();
  };
  return (
    <section class="panel" aria-labelledby={HEADING}>
      <h2 id={HEADING} tabIndex={-1}>
        The council's own policy
      </h2>
      <p>
        {table
          ? `The table Policy stands on the sheet '${table.found.sheet}' with ${count(table.found.rows.length, "row")}${table.isUsed ? ", and rows are checked by it" : ", and another policy counts at present"}.`
          : "A council's own teams, roles, statuses and limits can stand in this workbook, in a table named Policy. Everybody who checks the workbook checks by it."}
      </p>
      {table && <Notes model={model} table={table} />}
      {state.value === "form" && <PolicyForm model={model} onClose={close} />}
      {state.value === "asking" && table && (
        <div class="decision" role="group" aria-label="Write the table anew">
          <p>{`This replaces the ${count(table.found.rows.length, "row")} of the table Policy by every setting of '${basePolicy.title}'. Excel may not be able to undo it.`}</p>
          <p class="buttons">
            <Action model={model} onPress={write}>
              Replace them
            </Action>
            <button type="button" onClick={close}>
              Leave the table as it is
            </button>
          </p>
        </div>
      )}
      {state.value === "closed" && (
        <p class="buttons">
          <Action
            model={model}
            onPress={() => {
              if (table) state.value = "asking";
              else void write();
            }}
          >
            Write this policy into the workbook
          </Action>
          <Action
            model={model}
            onPress={() => {
              state.value = "form";
            }}
          >
            Change this policy in a form
          </Action>
        </p>
      )}
    </section>
  );
}
