import { useComputed } from "@preact/signals";
import { count } from "../../../../rules/text.ts";
import type { MonthChanges } from "../../../history/api.ts";
import { monthName } from "../../../../rules/months.ts";
import { Limited } from "../../parts/limited.tsx";
import { useReading } from "../../use-reading.ts";
import type { Desk } from "../../../model/api.ts";
import { findingWords } from "../words.ts";
import { changesSentence, groupsOf, KINDS, type ChangedHere, type Group } from "./grouped-changes.ts";
import { useLoaded } from "./loaded.ts";
import { RefsOnSheet } from "./refs.ts";

interface ChildProps {
  readonly desk: Desk;
  readonly child: ChangedHere;
}

function Child({ desk, child: { childRef, index, findings } }: ChildProps) {
  const place = `Go to row ${desk.current.value?.allocations.rowNumbers[index] ?? ""}`;
  return (
    <li class="finding">
      <p class="what">
        <span class="where">{childRef}</span>
        <button
          type="button"
          class="link"
          aria-label={`${place}, ${childRef}`}
          onClick={() => {
            void desk.goTo({ index, field: "childRef" });
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
  desk,
  group: { kind, findings, here, elsewhere },
}: {
  readonly desk: Desk;
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
              <Child key={child.index} desk={desk} child={child} />
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
  desk,
  changes,
  refs,
}: {
  readonly desk: Desk;
  readonly changes: MonthChanges;
  readonly refs: RefsOnSheet;
}) {
  return (
    <>
      <p>{changesSentence(changes)}</p>
      {groupsOf(changes, (ref) => refs.indexOf(ref)).map((group) => (
        <ChangeGroup key={group.kind} desk={desk} group={group} />
      ))}
      {changes.since !== undefined && (
        <p class="note">A finding on a child who has left the list does not count as mended.</p>
      )}
    </>
  );
}

/** What changed in a month since the one before, child by child where the child is still on the sheet. */
export function Changes({ desk, team, month }: { readonly desk: Desk; readonly team: string; readonly month: string }) {
  const reading = useReading(desk);
  const refs = useComputed(() => new RefsOnSheet(reading.value));
  const { loaded, again } = useLoaded(() => desk.history.changes(team, month, refs.peek().all), [team, month]);
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
      {state.is === "here" && <Found desk={desk} changes={state.value} refs={refs.value} />}
    </div>
  );
}
