import { useComputed } from "@preact/signals";
import { count } from "../../../../rules/text.ts";
import type { MonthChanges } from "../../../history/history.ts";
import { monthName } from "../../../../rules/months.ts";
import { Limited } from "../../parts/limited.tsx";
import { useListReader } from "../../use-list-reader.ts";
import type { PaneModel } from "../../../model/pane-model.ts";
import { findingWords } from "../words.ts";
import { changesSentence, groupsOf, KINDS, type ChangedHere, type Group } from "./grouped-changes.ts";
import { useLoaded } from "./use-loaded.ts";
import { RefsOnSheet } from "./refs.ts";

interface ChildProps {
  readonly model: PaneModel;
  readonly child: ChangedHere;
}

function Child({ model, child: { childRef, index, findings } }: ChildProps) {
  const place = `Go to row ${model.current.value?.allocations.rowNumbers[index] ?? ""}`;
  return (
    <li class="finding">
      <p class="what">
        <span class="where">{childRef}</span>
        <button
          type="button"
          class="link"
          aria-label={`${place}, ${childRef}`}
          onClick={() => {
            void model.goTo({ index, field: "childRef" });
          }}
        >
          {place}
        </button>
      </p>
      {findings.map((key) => (
        <p key={key}>{findingWords(key)}</p>
      ))}
    </li>
  );
}

function ChangeGroup({
  model,
  group: { kind, findings, here, elsewhere },
}: {
  readonly model: PaneModel;
  readonly group: Group;
}) {
  if (findings === 0) return null;
  return (
    <section class="group" aria-label={KINDS[kind]}>
      <h4>{`${KINDS[kind]}: ${count(findings, "finding")}`}</h4>
      <Limited items={here} what="children" step={50}>
        {(shown) => (
          <ul>
            {shown.map((child) => (
              <Child key={child.index} model={model} child={child} />
            ))}
          </ul>
        )}
      </Limited>
      {elsewhere > 0 && (
        <p class="note">{`${count(elsewhere, "child is", "children are")} not on the list that is open here.`}</p>
      )}
    </section>
  );
}

function Found({
  model,
  changes,
  refs,
}: {
  readonly model: PaneModel;
  readonly changes: MonthChanges;
  readonly refs: RefsOnSheet;
}) {
  return (
    <>
      <p>{changesSentence(changes)}</p>
      {groupsOf(changes, (ref) => refs.indexOf(ref)).map((group) => (
        <ChangeGroup key={group.kind} model={model} group={group} />
      ))}
      {changes.since !== undefined && (
        <p class="note">A finding on a child who has left the list does not count as mended.</p>
      )}
    </>
  );
}

/** What changed in a month since the one before, child by child where the child is still on the sheet. */
export function Changes({
  model,
  team,
  month,
}: {
  readonly model: PaneModel;
  readonly team: string;
  readonly month: string;
}) {
  const reader = useListReader(model);
  const refs = useComputed(() => new RefsOnSheet(reader.value));
  const { loaded, again } = useLoaded(() => model.history.changes(team, month, refs.peek().all), [team, month]);
  const state = loaded.value;
  return (
    <div class="group">
      <p role="status">
        {state.is === "loading"
          ? `Asking what changed in ${monthName(month)} …`
          : state.is === "failed"
            ? state.sentence
            : ""}
      </p>
      {state.is === "failed" && (
        <p class="buttons">
          <button type="button" onClick={again}>
            Ask again
          </button>
        </p>
      )}
      {state.is === "here" && <Found model={model} changes={state.value} refs={refs.value} />}
    </div>
  );
}
