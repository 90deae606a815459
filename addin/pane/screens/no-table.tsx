import type { PaneModel } from "../../model/pane-model.ts";
import { Action } from "../parts/action.tsx";
import { Notices } from "../parts/notices.tsx";
import type { View } from "../view.ts";

/** Nothing in the workbook looks like allocations: how to make it so, and an example to start from. */
export function NoTable({ model, view }: { readonly model: PaneModel; readonly view: View }) {
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
        <Action model={model} isMain onPress={() => model.insertExample()}>
          Insert an example
        </Action>
        <Action model={model} onPress={() => model.readAgain()}>
          Look again
        </Action>
      </p>
      <p class="note">
        The example comes on a new sheet, with invented children and practitioners. Look again after you have opened or
        changed a sheet.
      </p>
    </main>
  );
}
