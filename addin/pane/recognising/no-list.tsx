import type { PaneModel } from "../../model/pane-model.ts";
import { Notices } from "../parts/notices.tsx";
import { NoTable } from "../screens/no-table.tsx";
import { speaksForList } from "../../../rules/workbook/header-question.ts";
import type { View } from "../view.ts";
import { Recognise } from "./recognise.tsx";
import { openTasks, taskAt, type ColumnTask } from "./task.ts";

/** What is asked of a workbook without a list: the columns that somebody asked to see, else those that something speaks for. */
export function taskWithoutList(model: PaneModel, { columnsOf }: View): ColumnTask | undefined {
  const asked = columnsOf.value === undefined ? undefined : taskAt(model, columnsOf.value);
  const [best] = model.questions.value.filter(speaksForList);
  return asked ?? (best && taskAt(model, best.place));
}

/** The sheets that may hold the list, where there are several. */
function ChooseSheet({
  model,
  view,
  task,
}: {
  readonly model: PaneModel;
  readonly view: View;
  readonly task: ColumnTask;
}) {
  const tasks = openTasks(model);
  if (tasks.length < 2) return null;
  return (
    <label class="field">
      Sheet
      <select
        value={task.place}
        onChange={({ currentTarget: { value } }) => {
          view.columnsOf.value = value;
        }}
      >
        {tasks.map(({ place, sheet }) => (
          <option key={place} value={place}>
            {sheet}
          </option>
        ))}
      </select>
    </label>
  );
}

/** The workbook has no list that can be told by itself: it is asked which row has the headers, and which column is which. */
export function NoList({ model, view }: { readonly model: PaneModel; readonly view: View }) {
  const task = taskWithoutList(model, view);
  if (!task) return <NoTable model={model} view={view} />;
  return (
    <main class="screen">
      <Notices model={model} view={view} />
      <ChooseSheet model={model} view={view} task={task} />
      <Recognise key={task.place} model={model} view={view} task={task} />
    </main>
  );
}
