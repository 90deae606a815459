import type { Desk } from "../../model/api.ts";
import { Action } from "../parts/action.tsx";

/** What the add-in writes into the workbook, each only when asked. */
export function OnTheSheet({ desk }: { readonly desk: Desk }) {
  return (
    <section class="panel" aria-labelledby="on-the-sheet">
      <h2 id="on-the-sheet">On the sheet</h2>
      <p class="note">
        Excel may not be able to undo what these write, and may forget what you did before. Save the workbook first if
        you are unsure.
      </p>
      {desk.current.value?.isProtected && (
        <p class="note">
          This sheet is protected, so nothing can be written on it. Choose Review, Unprotect Sheet in Excel first.
        </p>
      )}
      <h3>Check columns</h3>
      <p>
        'LP check' and 'LP why' beside the list say what is found on each row, also to those who do not open this pane.
      </p>
      <p class="buttons">
        <Action desk={desk} onPress={() => desk.addCheckColumns()}>
          Add check columns
        </Action>
        <Action desk={desk} onPress={() => desk.repair()}>
          Repair #NAME?
        </Action>
        <Action desk={desk} onPress={() => desk.recalculate()}>
          Calculate anew
        </Action>
      </p>
      <h3>Marks</h3>
      <p>Marks the cells that findings are about. Your own formats stay as they are.</p>
      <p class="buttons">
        <Action desk={desk} onPress={() => desk.mark()}>
          Mark cells
        </Action>
        <Action desk={desk} onPress={() => desk.clearMarks()}>
          Clear marks
        </Action>
      </p>
      <h3>The workbook</h3>
      <p class="buttons">
        <Action desk={desk} onPress={() => desk.readAgain()}>
          Read the workbook again
        </Action>
        <Action desk={desk} onPress={() => desk.insertExample()}>
          Insert an example sheet
        </Action>
      </p>
    </section>
  );
}
