import { FIELD_IDS, headerOf, type FieldId } from "../../../rules/fields.ts";
import { count } from "../../../rules/text.ts";
import type { PaneModel } from "../../model/pane-model.ts";
import { Action } from "../parts/action.tsx";
import { Pick } from "../parts/pick.tsx";
import { NoLists } from "../recognising/no-lists.tsx";
import type { View } from "../view.ts";
import { columnLines, withColumn, type ColumnLine } from "./columns.ts";

interface LineProps {
  readonly model: PaneModel;
  readonly line: ColumnLine;
}

const NOT_READ = "";
const OPTIONS = [{ value: NOT_READ, name: "Not read" }, ...FIELD_IDS.map((id) => ({ value: id, name: headerOf(id) }))];

const waits = ({ suggestion, clash }: ColumnLine): boolean => suggestion !== undefined || clash !== undefined;

/** What a person should decide about a column before it is read. */
function Decision({ model, line: { header, suggestion, clash } }: LineProps) {
  const field = suggestion ?? clash?.field;
  if (field === undefined) return null;
  const choose = (as: FieldId | null) => (): void => {
    // The question goes away with its answer; its heading stays.
    document.getElementById("columns")?.focus();
    void model.keepChoices((choices) => withColumn(choices, header, as));
  };
  return (
    <li class="decision">
      <p>
        <b>{header}</b>
      </p>
      <p>
        {clash
          ? `This column could be '${headerOf(field)}' too. '${clash.used}' is read as it, and this one is not.`
          : `Did you mean '${headerOf(field)}'? The column is not read as it stands.`}
      </p>
      <p class="buttons">
        <Action model={model} onPress={choose(field)}>
          {clash ? "Use this one instead" : "Use it"}
        </Action>
        <Action model={model} onPress={choose(null)}>
          Leave out
        </Action>
      </p>
    </li>
  );
}

function Line({ model, line: { header, field } }: LineProps) {
  const keep = (value: string): Promise<void> =>
    model.keepChoices((choices) => withColumn(choices, header, value === NOT_READ ? null : (value as FieldId)));
  return (
    <tr>
      <th scope="row">{header}</th>
      <td>
        <Pick model={model} label={`Read '${header}' as`} value={field ?? NOT_READ} options={OPTIONS} onKeep={keep} />
      </td>
    </tr>
  );
}

/** Which column of the sheet is read as what; those that need a decision first. */
export function Columns({ model, view }: { readonly model: PaneModel; readonly view: View }) {
  const [list, mapping] = [model.current.value, model.mapping.value];
  if (!list || !mapping) return null;
  const lines = columnLines(list.allocations.headers, mapping);
  const waiting = lines.filter(waits);
  const isChanged = Object.keys(model.choices.value.columns).length > 0;
  return (
    <section class="panel" aria-labelledby="columns">
      <h2 id="columns" tabIndex={-1}>
        Columns
      </h2>
      <p>{`${mapping.columns.size} of ${count(lines.length, "column")} read. Columns that are not read never leave the workbook.`}</p>
      {waiting.length > 0 && (
        <ul>
          {waiting.map((line) => (
            <Decision key={line.column} model={model} line={line} />
          ))}
        </ul>
      )}
      <details>
        <summary>{`All ${count(lines.length, "column")}`}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">Your column</th>
              <th scope="col">Read as</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <Line key={line.column} model={model} line={line} />
            ))}
          </tbody>
        </table>
      </details>
      <p class="buttons">
        <button
          type="button"
          onClick={() => {
            view.columnsOf.value = list.place;
          }}
        >
          All columns on one screen
        </button>
        {isChanged && (
          <Action model={model} onPress={() => model.keepChoices((choices) => ({ ...choices, columns: {} }))}>
            Forget my choices for columns
          </Action>
        )}
      </p>
      <NoLists model={model} />
    </section>
  );
}
