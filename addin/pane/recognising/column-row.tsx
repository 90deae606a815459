import { headerOf, type FieldId } from "../../../rules/fields.ts";
import { list as inWords } from "../../../rules/text.ts";
import { columnName } from "../../../xlsx/addresses.ts";
import { fieldOptions } from "./field-options.ts";
import { alsoReadAs, isUnmapped, type Reading } from "./draft.ts";

const NOT_READ = "";

interface ColumnRowProps {
  readonly reading: Reading;
  readonly all: readonly Reading[];
  /** Whether the keyboard goes here first. */
  readonly isFirst: boolean;
  readonly onChoose: (field: FieldId | null) => void;
}

const WORDS: Readonly<Record<Reading["by"], string>> = {
  header: "Known",
  suggestion: "Suggested",
  person: "Chosen by you",
  nobody: "Not known yet",
};

const Options = ({ fields }: { readonly fields: readonly FieldId[] }) => (
  <>
    {fields.map((field) => (
      <option key={field} value={field}>
        {headerOf(field)}
      </option>
    ))}
  </>
);

/** A column: its header with three of its cells, and what it is to be read as. */
export function ColumnRow({ reading, all, isFirst, onChoose }: ColumnRowProps) {
  const { column, field, by, sameAs } = reading;
  const name = columnName(column.column);
  const [samplesId, stateId] = [`samples-${name}`, `state-${name}`];
  const { likely, others } = fieldOptions(column);
  const double = alsoReadAs(reading, all);
  return (
    <tr class={isUnmapped(reading) ? "unmapped" : undefined}>
      <th scope="row">
        {column.header}
        <span class="sub" id={samplesId}>
          {column.samples.length > 0 ? column.samples.join(" · ") : "Nothing below it"}
        </span>
      </th>
      <td>
        {sameAs ? (
          <p class="note">{`Has the same header as column ${columnName(sameAs.column)}. Rename one of them to have both read.`}</p>
        ) : (
          <>
            <select
              aria-label={`Column ${name}, '${column.header}', is`}
              aria-describedby={`${stateId} ${samplesId}`}
              data-first-focus={isFirst ? "" : undefined}
              value={field ?? NOT_READ}
              onChange={({ currentTarget: { value } }) => {
                onChoose(value === NOT_READ ? null : (value as FieldId));
              }}
            >
              <option value={NOT_READ}>Not read</option>
              {likely.length > 0 && (
                <optgroup label="Likely">
                  <Options fields={likely} />
                </optgroup>
              )}
              <optgroup label={likely.length > 0 ? "All others" : "All"}>
                <Options fields={others} />
              </optgroup>
            </select>
            <span class={by === "suggestion" ? "sub suggested" : "sub"} id={stateId}>
              {WORDS[by]}
              {double.length > 0 && (
                <span class="problem-text">{`. So is ${inWords(double.map((one) => `'${one.column.header}'`))}`}</span>
              )}
            </span>
          </>
        )}
      </td>
    </tr>
  );
}
