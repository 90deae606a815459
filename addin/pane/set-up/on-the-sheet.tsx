import type { PaneModel } from "../../model/pane-model.ts";
import { Action } from "../parts/action.tsx";

/** What the add-in writes into the workbook, each only when asked. */
export function OnTheSheet({ model }: { readonly model: PaneModel }) {
  return (
    <section class="panel" aria-labelledby="on-the-sheet">
      <h2 id="on-the-sheet">On the sheet</h2>
      <p class="note">
        Excel may not be able to undo what these write, and may forget what you did before. Save the workbook first if
        you are unsure.
      </p>
      {model.current.value?.isProtected && (
        <p class="note">
          This sheet is protected, so nothing can be written on it. Choose Review, Unprotect Sheet in Excel first.
        </p>
      )}
      <h3>Check columns</h3>
      <p>
        'LP check' and 'LP why' beside the list say what is found on each row, also to those who do not open this pane.
      </p>
      <p class="buttons">
        <Action model={model} onPress={() => model.addCheckColumns()}>
          Add check columns
        </Action>
        <Action model={model} onPress={() => model.repair()}>
          Repair #NAME?
        </Action>
        <Action model={model} onPress={() => model.recalculate()}>
          Calculate anew
        </Action>
      </p>
      <h3>Marks</h3>
      <p>Marks the cells that findings are about. Your own formats stay as they are.</p>
      <p class="buttons">
        <Action model={model} onPress={() => model.mark()}>
          Mark cells
        </Action>
        <Action model={model} onPress={() => model.clearMarks()}>
          Clear marks
        </Action>
      </p>
      <h3>The workbook</h3>
      <p class="buttons">
        <Action model={model} onPress={() => model.readAgain()}>
          Read the workbook again
        </Action>
        <Action model={model} onPress={() => model.insertExample()}>
          Insert an example sheet
        </Action>
      </p>
    </section>
  );
}
