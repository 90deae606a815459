import { useComputed, useSignal, type Signal } from "@preact/signals";
import { count, list } from "../../../rules/text.ts";
import type { PaneModel } from "../../model/pane-model.ts";
import { registerName } from "../check-line.ts";
import { Action } from "../parts/action.tsx";
import { CheckLine } from "../parts/check-line.tsx";
import { Limited } from "../parts/limited.tsx";
import { useListReader } from "../use-list-reader.ts";
import { withMember, type View } from "../view.ts";
import { byEnd, peopleOnSheet, type PersonOnSheet } from "./people-on-sheet.ts";
import { Renewing } from "./renewing.tsx";

interface PersonLineProps {
  readonly person: PersonOnSheet;
  readonly ticked: Signal<ReadonlySet<string>>;
}

function PersonLine({ person, ticked }: PersonLineProps) {
  return (
    <tr>
      <th scope="row">
        {person.canBeRenewed ? (
          <label>
            <input
              type="checkbox"
              checked={ticked.value.has(person.key)}
              onChange={(event) => {
                ticked.value = withMember(ticked.value, person.key, event.currentTarget.checked);
              }}
            />{" "}
            {person.name}
          </label>
        ) : (
          person.name
        )}
        <span class="sub">{person.role === "" ? "No role given" : person.role}</span>
      </th>
      <td>
        {person.register}
        <span class="sub">
          {person.leads > 0 ? `Leads ${count(person.leads, "case")} here. ` : ""}
          {`Named in ${list(person.named)}.`}
        </span>
      </td>
    </tr>
  );
}

/** Everyone that the sheet names, with what the register says of them: facts to look up, by name, and no ranking. */
export function PeopleList({ model, view }: { readonly model: PaneModel; readonly view: View }) {
  const reader = useListReader(model);
  const isByEnd = useSignal(false);
  const ticked = useSignal<ReadonlySet<string>>(new Set());
  const people = useComputed(() => {
    const found = reader.value ? peopleOnSheet(reader.value) : [];
    return isByEnd.value ? byEnd(found) : found;
  });
  const inputs = model.inputs.value;
  const isWithout = inputs.from.register === "none";
  return (
    <>
      <CheckLine model={model} view={view} />
      <h1>{`${count(people.value.length, "person", "people")} on the sheet`}</h1>
      <p>
        {isWithout
          ? "This workbook has no Practitioners table, so nothing says who is social work qualified."
          : `What ${registerName(inputs)} says of them.`}
      </p>
      {isWithout && people.value.length > 0 && (
        <>
          <p class="buttons">
            <Action model={model} isMain onPress={() => model.makePractitioners()}>
              Make a Practitioners table from these names
            </Action>
          </p>
          <p class="note">It comes on a new sheet. You then enter each person's role and registration.</p>
        </>
      )}
      {people.value.some(({ registeredTo }) => registeredTo !== undefined) && (
        <label class="field">
          In the order of
          <select
            value={isByEnd.value ? "end" : "name"}
            onChange={(event) => {
              isByEnd.value = event.currentTarget.value === "end";
            }}
          >
            <option value="name">Name</option>
            <option value="end">When the registration ends, soonest first</option>
          </select>
        </label>
      )}
      {people.value.some(({ canBeRenewed }) => canBeRenewed) && <Renewing model={model} ticked={ticked} />}
      {people.value.length > 0 && (
        <Limited items={people.value} what="people">
          {(shown) => (
            <table>
              <thead>
                <tr>
                  <th scope="col">Name and role</th>
                  <th scope="col">Register</th>
                </tr>
              </thead>
              <tbody>
                {shown.map((person) => (
                  <PersonLine key={person.key} person={person} ticked={ticked} />
                ))}
              </tbody>
            </table>
          )}
        </Limited>
      )}
    </>
  );
}
