import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { acceptedInWords, keyOf } from "../../../rules/finding.ts";
import { capital } from "../../../rules/text.ts";
import type { PaneModel } from "../../model/pane-model.ts";
import type { PlacedFinding } from "../../checking/finding-places.ts";
import { DecisionButton, DecisionForm } from "../accepting/decision.tsx";
import { Action } from "../parts/action.tsx";
import { SeverityTag } from "../parts/severity.tsx";
import { showSection, withMember, type View } from "../view.ts";
import { rowTitle, ruleOf } from "../../report/finding-groups.ts";
import { needsRegister, sectionFor } from "./help.ts";

interface FindingItemProps {
  readonly model: PaneModel;
  readonly view: View;
  readonly placed: PlacedFinding;
  /** Whether the row stands in a heading above it already. */
  readonly isUnderRow: boolean;
}

/** Where the rule comes from, shown when somebody asks why. */
function Why({ view, placed: { key, finding } }: Pick<FindingItemProps, "view" | "placed">) {
  const rule = ruleOf(finding.rule);
  return (
    <details
      open={view.open.value.has(key)}
      onToggle={(event) => {
        view.open.value = withMember(view.open.value, key, event.currentTarget.open);
      }}
    >
      <summary>Why</summary>
      <p>{`${keyOf(finding)}: ${rule?.title ?? ""}.`}</p>
      {rule?.sources.map(({ document, place }) => (
        <p class="note" key={document + place}>{`Source: ${document}, ${place}.`}</p>
      ))}
    </details>
  );
}

export function FindingItem({ model, view, placed, isUnderRow }: FindingItemProps) {
  const { finding, index, rowNumber, childRef, cell } = placed;
  const help = sectionFor(finding);
  const field = finding.fields.find((id) => model.mapping.value?.columns.has(id));
  const isDeciding = useSignal(false);
  const decide = useRef<HTMLButtonElement>(null);
  return (
    <li class={`finding ${finding.severity}`}>
      <p class="what">
        <SeverityTag verdict={finding.severity} />
        {!isUnderRow && index !== undefined && <span class="where">{rowTitle(rowNumber, childRef)}</span>}
      </p>
      <p>{finding.message}</p>
      {finding.accepted ? (
        <p class="next">{`${capital(acceptedInWords(finding.accepted))}.`}</p>
      ) : (
        <p class="next">
          <b>Next:</b> {finding.nextStep}
        </p>
      )}
      <div class="buttons">
        {cell !== undefined && (
          <button
            type="button"
            onClick={() => {
              void model.goTo({ index, field });
            }}
          >{`Go to ${cell}`}</button>
        )}
        {help && (
          <button
            type="button"
            onClick={() => {
              showSection(view, help.section);
            }}
          >
            {help.label}
          </button>
        )}
        {needsRegister(finding) && (
          <Action model={model} onPress={() => model.makePractitioners()}>
            Make a Practitioners table
          </Action>
        )}
        <DecisionButton placed={placed} isOpen={isDeciding} button={decide} />
        <Why view={view} placed={placed} />
      </div>
      {isDeciding.value && (
        <DecisionForm
          model={model}
          placed={placed}
          onClose={() => {
            isDeciding.value = false;
            decide.current?.focus();
          }}
        />
      )}
    </li>
  );
}
