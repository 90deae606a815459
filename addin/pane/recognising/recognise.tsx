import { count } from "../../../rules/text.ts";
import { withAnswer, withoutList } from "../../model/column-answer.ts";
import type { PaneModel } from "../../model/pane-model.ts";
import { Action } from "../parts/action.tsx";
import { showTab, type View } from "../view.ts";
import { ColumnRow } from "./column-row.tsx";
import {
  answerOf,
  candidateIn,
  firstDraft,
  isUnmapped,
  problemWith,
  readings,
  withField,
  type Draft,
} from "./draft.ts";
import { HeaderRows } from "./header-rows.tsx";
import type { ColumnTask } from "./task.ts";
import { WholeList } from "./whole-list.tsx";
import { useSignal } from "@preact/signals";

interface RecogniseProps {
  readonly model: PaneModel;
  readonly view: View;
  readonly task: ColumnTask;
}

const firstOpen = (): HTMLElement | null => document.querySelector<HTMLElement>("tr.unmapped select");

/** Which row has the headers, and which column is which: everything on one screen, kept by one button. */
export function Recognise({ model, view, task }: RecogniseProps) {
  const problem = useSignal<string | undefined>(undefined);
  const draft = view.drafts.value.get(task.place) ?? firstDraft(task);
  const candidate = candidateIn(task, draft);
  if (!candidate) return null;
  const all = readings(candidate, draft, model.choices.value.columns);
  const isAsked = !task.isList && !task.isOneRow;
  const first = all.find(isUnmapped);
  const read = all.filter(({ field }) => field !== undefined).length;
  const suggested = all.filter(({ by }) => by === "suggestion").length;

  const change = (next: Draft): void => {
    problem.value = undefined;
    view.drafts.value = new Map([...view.drafts.value, [task.place, next]]);
  };
  const done = (): void => {
    view.drafts.value = new Map([...view.drafts.value].filter(([place]) => place !== task.place));
    showTab(view, "findings");
  };
  const use = async (): Promise<void> => {
    problem.value = problemWith(all);
    if (problem.value !== undefined) {
      firstOpen()?.focus();
      return;
    }
    const answer = answerOf(task, candidate, draft, all);
    await model.keepChoices((choices) => withAnswer(choices, answer));
    const list = model.lists.value.find(
      (one) => one.sheet === task.sheet && one.allocations.headerRow === candidate.row,
    );
    if (!list) return;
    done();
    model.choose(list.key);
    model.say(`'${task.sheet}' is read by row ${candidate.row}. Your choices are kept in this workbook.`);
  };
  const leaveOut = async (): Promise<void> => {
    const row = task.isOneRow ? candidate.row : undefined;
    await model.keepChoices((choices) => withoutList(choices, task.place, row));
    done();
  };

  return (
    <>
      <h1>{isAsked ? "Which row has your headers?" : "Which column is which?"}</h1>
      <p>
        {`On the sheet '${task.sheet}'${isAsked ? "" : `, headers in row ${candidate.row}`}, with ${candidate.rowNumbers.length === 0 ? "no row below yet" : `${count(candidate.rowNumbers.length, "row")} below`}. ${task.isList ? "" : "Nothing is read until you say so. "}No cell of yours is changed.`}
      </p>
      {isAsked && (
        <HeaderRows
          candidates={task.candidates}
          row={candidate.row}
          onChoose={(row) => {
            change({ ...draft, row });
          }}
        />
      )}
      <table class="columns">
        <caption>
          {`${read} of ${count(all.length, "column")} to be read${suggested > 0 ? `, ${suggested} of them as suggested` : ""}. Look at each, then use them.`}
        </caption>
        <thead>
          <tr>
            <th scope="col">Your column</th>
            <th scope="col">Is</th>
          </tr>
        </thead>
        <tbody>
          {all.map((reading) => (
            <ColumnRow
              key={`${candidate.row} ${reading.column.column}`}
              reading={reading}
              all={all}
              isFirst={reading === first}
              onChoose={(field) => {
                change(withField(draft, candidate.row, reading.column.column, field));
              }}
            />
          ))}
        </tbody>
      </table>
      <WholeList model={model} all={all} draft={draft} onChange={change} />
      <p role="alert" class="problem-text">
        {problem.value}
      </p>
      <p class="buttons">
        <Action model={model} isMain onPress={use}>
          Use these
        </Action>
        <Action model={model} onPress={leaveOut}>
          Not a list
        </Action>
        {model.phase.value.is === "ready" && (
          <button
            type="button"
            onClick={() => {
              view.columnsOf.value = undefined;
            }}
          >
            Not now
          </button>
        )}
      </p>
      <p class="note">Columns that are not read never leave the workbook.</p>
    </>
  );
}
