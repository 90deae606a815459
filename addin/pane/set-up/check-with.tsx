import { useSignal } from "@preact/signals";
import { showDay, toIso } from "../../../rules/dates.ts";
import { england2026, kentTrial2024 } from "../../../rules/policies/index.ts";
import { policyInWords } from "../../../rules/workbook/inputs-in-words.ts";
import type { PaneModel } from "../../model/pane-model.ts";
import { registerName } from "../check-line.ts";
import { Action } from "../parts/action.tsx";

const EARLIEST = "1990-01-01";

function CheckDate({ model }: { readonly model: PaneModel }) {
  const { asOf, from } = model.inputs.value;
  // What is being typed: a year goes through the first centuries on its way, so it counts only once it is kept.
  const draft = useSignal<string | undefined>(undefined);
  const problem = useSignal("");
  const typed = draft.value ?? toIso(asOf);
  const keep = async (): Promise<void> => {
    problem.value = typed >= EARLIEST && typed.length === EARLIEST.length ? "" : "Give a whole date, from 1990 on.";
    if (problem.value !== "") return;
    await model.keepCheckDate(typed);
    draft.value = undefined;
  };
  return (
    <>
      <form
        class="buttons"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void keep();
        }}
      >
        <label class="field">
          Check as of
          <input
            type="date"
            min={EARLIEST}
            max="9999-12-31"
            value={typed}
            onInput={(event) => {
              draft.value = event.currentTarget.value;
            }}
          />
        </label>
        <button type="submit">Check as of this day</button>
      </form>
      <p class="problem-text" role="alert">
        {problem}
      </p>
      <p class="note">
        {from.asOf === "today"
          ? `Today, ${showDay(asOf)}, and each day anew.`
          : "Kept in this workbook as LP_CheckDate."}
      </p>
      {from.asOf === "workbook" && (
        <p class="buttons">
          <Action model={model} onPress={() => model.keepCheckDate(undefined)}>
            Check as of today
          </Action>
        </p>
      )}
    </>
  );
}

const NONE = "";

/** The council's own where they are known, and those that ship. */
function ChoosePolicy({ model }: { readonly model: PaneModel }) {
  const { policy, from } = model.inputs.value;
  const isNamed = model.isPolicyNamed.value;
  const hasOwn = model.service.state.value !== "none";
  return (
    <>
      <label class="field">
        Policy
        <select
          value={isNamed && from.policy !== "unknown" ? policy.id : NONE}
          onChange={(event) => {
            void model.keepPolicy(event.currentTarget.value === NONE ? undefined : event.currentTarget.value);
          }}
        >
          <option value={NONE}>None chosen</option>
          {model.policies.value.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <p class="note">{`Now: ${policyInWords(model.inputs.value)}`}</p>
      <p class="note">
        {`Where none is chosen: ${hasOwn ? "the council's own when signed in, else " : ""}this workbook's table Policy, else ${kentTrial2024.title} where at least half of the teams named are Kent's, else ${england2026.title}.`}
      </p>
    </>
  );
}

/** The day and the policy that rows are checked with, and where each part comes from. */
export function CheckWith({ model }: { readonly model: PaneModel }) {
  return (
    <section class="panel" aria-labelledby="check-with">
      <h2 id="check-with">Date and policy</h2>
      <CheckDate model={model} />
      <ChoosePolicy model={model} />
      <p class="note">{`Who is qualified: by ${registerName(model.inputs.value)}.`}</p>
    </section>
  );
}
