import type { PaneModel } from "../../model/pane-model.ts";
import { Action } from "../parts/action.tsx";
import { Notices } from "../parts/notices.tsx";
import { NoLists } from "../recognising/no-lists.tsx";
import type { View } from "../view.ts";

/** Nothing in the workbook looks like allocations: how to make it so, and an example to start from. */
export function NoTable({ model, view }: { readonly model: PaneModel; readonly view: View }) {
  const [question] = model.questions.value;
  return (
    <main class="screen">
      <h1>No list of allocations yet</h1>
      <Notices model={model} view={view} />
      <p>
        A list has one row for each child, below a row of headers. It is found by its headers: 'Child ref' or 'Lead
        professional', and two more such as 'Case status' and 'Team'.
      </p>
      <p>Your own names for them are understood too: 'Allocated worker', 'CIN/CP', 'District'.</p>
      <p class="buttons">
        {question && (
          <button
            type="button"
            class="main"
            onClick={() => {
              view.columnsOf.value = question.place;
            }}
          >
            Say which row has your headers
          </button>
        )}
        <Action model={model} isMain={!question} onPress={() => model.insertExample()}>
          Insert an example
        </Action>
        <Action model={model} onPress={() => model.readAgain()}>
          Look again
        </Action>
      </p>
      <NoLists model={model} />
      <p class="note">
        The example comes on a new sheet, with invented children and practitioners. Look again after you have opened or
        changed a sheet.
      </p>
    </main>
  );
}
