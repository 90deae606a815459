import type { PaneModel } from "../../model/pane-model.ts";
import { count } from "../../../rules/text.ts";
import { cellAddress } from "../../../xlsx/addresses.ts";
import type { WorkbookList } from "../../workbook/workbook.ts";
import { checkLine } from "../check-line.ts";
import { undecided } from "../set-up/columns.ts";
import { showSection, type View } from "../view.ts";

interface CheckLineProps {
  readonly model: PaneModel;
  readonly view: View;
}

/** A list as it is told from the others: by its table, or by where its headers begin where a sheet has several without one. */
function listName({ sheet, place, allocations: { table, headerRow, left } }: WorkbookList): string {
  if (table !== undefined) return `${sheet}, table ${table}`;
  return place === sheet ? sheet : `${sheet}, from ${cellAddress(headerRow - 1, left)}`;
}

/** The lists of the workbook, where there is more than one to look at. */
function ChooseList({ model }: { readonly model: PaneModel }) {
  const lists = model.lists.value;
  if (lists.length < 2) return null;
  return (
    <label class="field">
      List
      <select
        value={model.current.value?.key}
        onChange={(event) => {
          model.choose(event.currentTarget.value);
        }}
      >
        {lists.map((list) => (
          <option key={list.key} value={list.key}>
            {listName(list)}
          </option>
        ))}
      </select>
    </label>
  );
}

/** What anybody should know of how the list was read: nothing is assumed or left out without a word. */
function Notes({ model, view }: CheckLineProps) {
  const [list, mapping] = [model.current.value, model.mapping.value];
  if (!list || !mapping) return null;
  const columns = undecided(mapping);
  return (
    <>
      {model.notes.value.map((note) => (
        <p class="note" key={note}>
          {note}
        </p>
      ))}
      {model.inputs.value.from.policy === "unknown" && (
        <p class="note">This workbook names a policy that is not known here, so another stands in.</p>
      )}
      {columns > 0 && (
        <p class="note">
          {`${count(columns, "column needs", "columns need")} a decision before ${columns === 1 ? "it is" : "they are"} read. `}
          <button
            type="button"
            class="link"
            onClick={() => {
              view.columnsOf.value = list.place;
            }}
          >
            Decide
          </button>
        </p>
      )}
    </>
  );
}

/** The first lines of every result: which list, as of when, by which policy, and how much of it could be checked. */
export function CheckLine({ model, view }: CheckLineProps) {
  const checked = model.checked.value;
  const isPartial = (checked?.coverage.notChecked.length ?? 0) > 0;
  return (
    <div class="basis">
      <ChooseList model={model} />
      <p>
        {checkLine(model.inputs.value, checked)}{" "}
        {isPartial && (
          <button
            type="button"
            class="link"
            onClick={() => {
              showSection(view, "coverage");
            }}
          >
            What is not checked
          </button>
        )}
      </p>
      <Notes model={model} view={view} />
    </div>
  );
}
