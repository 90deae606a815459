import { useComputed } from "@preact/signals";
import { count, list } from "../../../rules/text.ts";
import type { Desk } from "../../model/api.ts";
import { registerName } from "../basis-line.ts";
import { Action } from "../parts/action.tsx";
import { BasisLine } from "../parts/basis.tsx";
import { Limited } from "../parts/limited.tsx";
import { useReading } from "../use-reading.ts";
import type { View } from "../view.ts";
import { peopleOnSheet, type PersonOnSheet } from "./people-on-sheet.ts";

function PersonLine({ person }: { readonly person: PersonOnSheet }) {
  return (
    <tr>
      <th scope="row">
        {person.name}
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
export function PeopleList({ desk, view }: { readonly desk: Desk; readonly view: View }) {
  const reading = useReading(desk);
  const people = useComputed(() => (reading.value ? peopleOnSheet(reading.value) : []));
  const basis = desk.basis.value;
  const isWithout = basis.from.register === "none";
  return (
    <>
      <BasisLine desk={desk} view={view} />
      <h1>{`${count(people.value.length, "person", "people")} on the sheet`}</h1>
      <p>
        {isWithout
          ? "This workbook has no Practitioners table, so nothing says who is social work qualified."
          : `What ${registerName(basis)} says of them.`}
      </p>
      {isWithout && people.value.length > 0 && (
        <>
          <p class="buttons">
            <Action desk={desk} isMain onPress={() => desk.makePractitioners()}>
              Make a Practitioners table from these names
            </Action>
          </p>
          <p class="note">It comes on a new sheet. You then enter each person's role and registration.</p>
        </>
      )}
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
                  <PersonLine key={person.key} person={person} />
                ))}
              </tbody>
            </table>
          )}
        </Limited>
      )}
    </>
  );
}
