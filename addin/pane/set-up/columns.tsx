import { FIELD_IDS, headerOf, type FieldId } from "../../../rules/fields.ts";
import { count } from "../../../rules/text.ts";
import type { Desk } from "../../model/api.ts";
import { Action } from "../parts/action.tsx";
import { Pick } from "../parts/pick.tsx";
import { columnLines, withColumn, type ColumnLine } from "./columns.ts";

interface LineProps {
  readonly desk: Desk;
  readonly line: ColumnLine;
}

const NOT_READ = "";
const OPTIONS = [{ value: NOT_READ, name: "Not read" }, ...FIELD_IDS.map((id) => ({ value: id, name: headerOf(id) }))];

const waits = ({ suggestion, clash }: ColumnLine): boolean => suggestion !== undefined || clash !== undefined;

/** What a person should decide about a column before it is read. */
function Decision({ desk, line: { header, suggestion, clash } }: LineProps) {
  const field = suggestion ?? clash?.field;
  if (field === undefined) return null;
  const choose = (as: FieldId | null) => (): void => {
    // The question goes away with its answer; its heading stays.
    document.getElementById("columns")?.focus();
    void desk.keepChoices((choices) => withColumn(choices, header, as));
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
        <Action desk={desk} onPress={choose(field)}>
          {clash ? "Use this one instead" : "Use it"}
        </Action>
        <Action desk={desk} onPress={choose(null)}>
          Leave out
        </Action>
      </p>
    </li>
  );
}

function Line({ desk, line: { header, field } }: LineProps) {
  const keep = (value: string): Promise<void> =>
    desk.keepChoices((choices) => withColumn(choices, header, value === NOT_READ ? null : (value as FieldId)));
  return (
    <tr>
      <th scope="row">{header}</th>
      <td>
        <Pick desk={desk} label={`Read '${header}' as`} value={field ?? NOT_READ} options={OPTIONS} onKeep={keep} />
      </td>
    </tr>
  );
}

/** Which column of the sheet is read as what; those that need a decision first. */
export function Columns({ desk }: { readonly desk: Desk }) {
  const [list, mapping] = [desk.current.value, desk.mapping.value];
  if (!list || !mapping) return null;
  const lines = columnLines(list.allocations.headers, mapping);
  const waiting = lines.filter(waits);
  const isChanged = Object.keys(desk.choices.value.columns).length > 0;
  return (
    <section class="panel" aria-labelledby="columns">
      <h2 id="columns" tabIndex={-1}>
        Columns
      </h2>
      <p>{`${mapping.columns.size} of ${count(lines.length, "column")} read. Columns that are not read never leave the workbook.`}</p>
      {waiting.length > 0 && (
        <ul>
          {waiting.map((line) => (
            <Decision key={line.column} desk={desk} line={line} />
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
              <Line key={line.column} desk={desk} line={line} />
            ))}
          </tbody>
        </table>
      </details>
      {isChanged && (
        <p class="buttons">
          <Action desk={desk} onPress={() => desk.keepChoices((choices) => ({ ...choices, columns: {} }))}>
            Forget my choices for columns
          </Action>
        </p>
      )}
    </section>
  );
}
