import { useSignal } from "@preact/signals";
import { useEffect, useMemo, useRef } from "preact/hooks";
import { england2026, POLICIES } from "../../../../rules/policies/index.ts";
import type { WrittenRow } from "../../../../rules/policy-table/policy-rows.ts";
import { textOf } from "../../../../rules/read.ts";
import { count } from "../../../../rules/text.ts";
import type { PaneModel } from "../../../model/pane-model.ts";
import { Action } from "../../parts/action.tsx";
import { checkedDraft, draftOf, draftRows, type PolicyDraft } from "./draft.ts";
import { Rules, Singles, Supervision, WhoMay } from "./groups.tsx";
import { Courses, Managers, Roles, Statuses, Teams } from "./lists.tsx";
import { ABOUT, COUNCIL, LIMITS, TRIAL, WEIGHTS } from "./words.ts";

/** Rows of the table that could not be used stay in it as they are: nothing that was typed is lost. */
function unusableRows({ inputs }: PaneModel): WrittenRow[] {
  const table = inputs.value.policyTable;
  const leftOut = new Set(table?.unusable.map(({ row }) => row));
  return (table?.found.rows ?? [])
    .filter(({ row }) => leftOut.has(row))
    .map(({ setting, value, alsoCalled }) => [
      textOf(setting),
      typeof value === "number" ? value : textOf(value),
      textOf(alsoCalled),
    ]);
}

/** Every setting of the council's own policy, in groups; what is kept is written into the table Policy. */
export function PolicyForm({ model, onClose }: { readonly model: PaneModel; readonly onClose: () => void }) {
  const { basePolicy, policyTable } = model.inputs.value;
  const heading = useRef<HTMLHeadingElement>(null);
  const basedOn = POLICIES.find(({ id }) => id === basePolicy.id) ?? policyTable?.basedOn ?? england2026;
  const draft = useSignal<PolicyDraft>(useMemo(() => draftOf(basePolicy, basedOn), []));
  useEffect(() => {
    heading.current?.focus();
  }, []);
  const { reasons, remarks } = checkedDraft(draft.value);
  const group = {
    draft: draft.value,
    reasons,
    remarks,
    onChange: (part: Partial<PolicyDraft>): void => {
      draft.value = { ...draft.value, ...part };
    },
  };
  const keep = async (): Promise<void> => {
    if (reasons.size > 0) return;
    await model.writePolicy([...draftRows(draft.value).map(({ row }) => row), ...unusableRows(model)]);
    if (model.notice.value?.kind !== "problem") onClose();
  };
  return (
    <form
      aria-labelledby="policy-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <h3 id="policy-form" ref={heading} tabIndex={-1}>
        Change this policy
      </h3>
      <p class="note">{`It changes ${basedOn.title}. Nothing is written before it is kept.`}</p>
      <Singles {...group} title="Name and scheme" settings={ABOUT} />
      <Singles {...group} title="The trial" settings={TRIAL} />
      <Teams {...group} />
      <Roles {...group} />
      <Statuses {...group} />
      <Supervision {...group} />
      <WhoMay {...group} />
      <Courses {...group} />
      <Singles {...group} title="Days and months" settings={LIMITS} />
      <Singles {...group} title="What a case weighs" settings={WEIGHTS} />
      <Managers {...group} />
      <Singles {...group} title="The council" settings={COUNCIL} />
      <Rules {...group} />
      <p class="problem-text" role="status">
        {reasons.size > 0
          ? `${count(reasons.size, "part has", "parts have")} to be put right before this can be kept.`
          : ""}
      </p>
      <p class="buttons">
        <Action model={model} isMain onPress={keep}>
          Keep in the workbook
        </Action>
        <button type="button" onClick={onClose}>
          Leave it as it was
        </button>
      </p>
    </form>
  );
}
