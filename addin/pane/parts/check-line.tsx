import type { PaneModel } from "../../model/pane-model.ts";
import { count, rowsNamed } from "../../../rules/text.ts";
import { checkLine } from "../check-line.ts";
import { undecided } from "../set-up/columns.ts";
import { showSection, type View } from "../view.ts";

interface CheckLineProps {
  readonly model: PaneModel;
  readonly view: View;
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
        {lists.map(({ key, sheet, allocations }) => (
          <option key={key} value={key}>
            {allocations.table === undefined ? sheet : `${sheet}, table ${allocations.table}`}
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
  const { totalsRows } = list.allocations;
  const columns = undecided(mapping);
  return (
    <>
      {list.isFiltered && <p class="note">A filter hides rows of this list; they are checked all the same.</p>}
      {totalsRows.length > 0 && <p class="note">{`Left out as totals: ${rowsNamed(totalsRows)}.`}</p>}
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
              showSection(view, "columns");
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
