import { useSignal } from "@preact/signals";
import { isoDay, showDay, toIso } from "../../../rules/dates.ts";
import { POLICIES } from "../../../rules/policies/index.ts";
import type { TrialAnswer } from "../../workbook/choices.ts";
import type { PaneModel } from "../../model/pane-model.ts";
import { Action } from "../parts/action.tsx";
import { endAfter } from "./trial.ts";

const ANSWERS: Readonly<Record<TrialAnswer["kind"], string>> = {
  ended: "It ended",
  extended: "It was extended",
  adopted: "It was adopted: others may now lead in every team",
};

/** What became of the trial: asked once after its end, kept in the workbook, and open to change in Set-up. */
export function TrialQuestion({ model }: { readonly model: PaneModel }) {
  const { trial: given } = model.choices.value;
  const kind = useSignal<TrialAnswer["kind"] | undefined>(given?.kind);
  const lastDay = useSignal(given?.kind === "extended" ? toIso(isoDay(given.end) - 1) : "");
  const problem = useSignal("");
  const { basePolicy } = model.inputs.value;
  // As the policy has it, whatever was answered before.
  const { end } = (POLICIES.find(({ id }) => id === basePolicy.id) ?? basePolicy).trial;

  const keep = (): void => {
    const extended = endAfter(lastDay.value, end);
    if (kind.value === undefined) problem.value = "Choose what became of the trial.";
    else if (kind.value === "extended" && extended === undefined)
      problem.value = `Give the trial's new last day, ${showDay(isoDay(end))} or later.`;
    else {
      problem.value = "";
      const answer: TrialAnswer =
        kind.value === "extended" ? { kind: "extended", end: extended ?? end } : { kind: kind.value };
      void model.keepChoices((choices) => ({ ...choices, trial: answer }));
    }
  };

  return (
    <section class="panel" aria-labelledby="trial-question">
      <h2 id="trial-question">What became of the trial?</h2>
      <p>{`${given ? "" : `By this policy its last day was ${showDay(isoDay(end) - 1)}. `}The answer is kept in this workbook and decides whether someone other than a social worker may still lead.`}</p>
      <fieldset class="choices">
        <legend class="unseen">What became of the trial</legend>
        {(Object.entries(ANSWERS) as [TrialAnswer["kind"], string][]).map(([value, text]) => (
          <label key={value}>
            <input
              type="radio"
              name="trial"
              value={value}
              checked={kind.value === value}
              onChange={() => {
                kind.value = value;
              }}
            />
            {text}
          </label>
        ))}
      </fieldset>
      {kind.value === "extended" && (
        <label class="field">
          Its new last day
          <input
            type="date"
            value={lastDay.value}
            onInput={(event) => {
              lastDay.value = event.currentTarget.value;
            }}
          />
        </label>
      )}
      <p class="problem-text" role="alert">
        {problem}
      </p>
      <p class="buttons">
        <Action model={model} isMain onPress={keep}>
          Keep this answer
        </Action>
      </p>
    </section>
  );
}
