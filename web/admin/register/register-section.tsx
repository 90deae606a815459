import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { Wide } from "../../page/wide.tsx";
import { Field } from "../parts/fields.tsx";
import { Outcome } from "../parts/outcome.tsx";
import { shown } from "./differences.ts";
import { teamNames, type RegisterEditor, type RegisterState } from "./register-editor.ts";
import { labelOf, PARTICULARS, type RegisterEntry } from "./practitioners.ts";
import { Preview } from "./preview.tsx";

const searched = (
  people: readonly RegisterEntry[],
  words: string,
  teamName: (id: string) => string,
): readonly RegisterEntry[] => {
  const wanted = words.trim().toLowerCase();
  return people.filter(({ name, id, role, team }) =>
    [name, id, role, teamName(team)].some((text) => text.toLowerCase().includes(wanted)),
  );
};

/** The courses that somebody has completed or is booked for. */
const trainingOf = ({ training = [] }: RegisterEntry): string =>
  training
    .flatMap(({ course, completedOn, bookedFor }) => {
      if (completedOn !== undefined) return [`${course}: completed ${completedOn}`];
      return bookedFor === undefined ? [] : [`${course}: booked for ${bookedFor}`];
    })
    .join("; ");

/** The list, as far as the search goes. */
function People({
  people,
  policy,
}: {
  readonly people: readonly RegisterEntry[];
  readonly policy: RegisterState["policy"];
}) {
  const words = useSignal("");
  const teamName = teamNames(policy);
  const found = searched(people, words.value, teamName);
  return (
    <>
      <h3 id="people">Practitioners</h3>
      <Field
        label="Search by name, staff number, role or team"
        value={words.value}
        onType={(value) => {
          words.value = value;
        }}
      />
      <p class="note" role="status">
        {found.length} of {people.length} shown
      </p>
      <Wide labelledBy="people">
        <table>
          <thead>
            <tr>
              <th scope="col">Staff number</th>
              {PARTICULARS.map((one) => (
                <th key={one} scope="col">
                  {labelOf(one)}
                </th>
              ))}
              <th scope="col">Training</th>
            </tr>
          </thead>
          <tbody>
            {found.map((person) => (
              <tr key={person.id}>
                <th scope="row">{person.id}</th>
                {PARTICULARS.map((one) => (
                  <td key={one}>{shown(person[one], one, teamName)}</td>
                ))}
                <td>{trainingOf(person)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
    </>
  );
}

/** The council's register, and maintaining it from a workbook. */
export function RegisterSection({ editor }: { readonly editor: RegisterEditor }) {
  const { people, policy, table, progress, isLoading, problem, done, refused } = editor.state.value;
  useEffect(() => {
    void editor.load();
  }, [editor]);
  const choose = (input: HTMLInputElement): void => {
    const [file] = input.files ?? [];
    // So that the same file can be chosen again.
    input.value = "";
    if (file) void editor.choose({ name: file.name, bytes: async () => new Uint8Array(await file.arrayBuffer()) });
  };
  const doing = progress
    ? `Sending ${progress.done} of ${progress.of} …`
    : isLoading
      ? "Fetching the register …"
      : undefined;
  return (
    <section>
      <h2 id="title">Register of practitioners</h2>
      {people && !progress && (
        <div class="field">
          <label for="workbook">Maintain it from a workbook with a table named Practitioners</label>
          <input
            id="workbook"
            type="file"
            accept=".xlsx,.xlsm"
            aria-describedby="workbook-note"
            onChange={({ currentTarget }) => {
              choose(currentTarget);
            }}
          />
          <p id="workbook-note" class="note">
            The file is read on this computer. You see what would change before anything is sent, and nobody is ever
            taken off the register.
          </p>
        </div>
      )}
      <Outcome problem={problem} sentences={refused} done={done} doing={doing} />
      {table && (
        <Preview
          table={table}
          isSending={progress !== undefined}
          onSend={() => void editor.send()}
          onDiscard={() => {
            editor.discard();
          }}
        />
      )}
      {people && <People people={people} policy={policy} />}
    </section>
  );
}
