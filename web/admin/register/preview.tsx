import { Wide } from "../../page/wide.tsx";
import type { Change } from "./differences.ts";
import type { RegisterState } from "./register-editor.ts";

interface PreviewProps {
  readonly table: NonNullable<RegisterState["table"]>;
  readonly isSending: boolean;
  readonly onSend: () => void;
  readonly onDiscard: () => void;
}

const people = (count: number): string => (count === 1 ? "1 person" : `${count} people`);
const blank = <span class="none">blank</span>;

function Sentences({ title, sentences }: { readonly title: string; readonly sentences: readonly string[] }) {
  if (sentences.length === 0) return null;
  return (
    <>
      <h4>{title}</h4>
      <ul class="plain">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </>
  );
}

/** Each person with every particular that would change. */
function Changes({
  id,
  title,
  changes,
}: {
  readonly id: string;
  readonly title: string;
  readonly changes: readonly Change[];
}) {
  if (changes.length === 0) return null;
  return (
    <>
      <h4 id={id}>{title}</h4>
      <Wide labelledBy={id}>
        <table>
          <thead>
            <tr>
              <th scope="col">Who</th>
              <th scope="col">What</th>
              <th scope="col">Now</th>
              <th scope="col">Will be</th>
            </tr>
          </thead>
          <tbody>
            {changes.flatMap((change) =>
              change.differences.map(({ label, from, to }, index) => (
                <tr key={`${change.id} ${label}`}>
                  {index === 0 && (
                    <th scope="rowgroup" rowSpan={change.differences.length}>
                      {change.name} ({change.id})
                    </th>
                  )}
                  <td>{label}</td>
                  <td>{from === "" ? blank : from}</td>
                  <td>{to === "" ? blank : to}</td>
                </tr>
              )),
            )}
          </tbody>
        </table>
      </Wide>
    </>
  );
}

/** What a table would change of the register, before anything is sent. */
export function Preview({ table: { file, read, differences }, isSending, onSend, onDiscard }: PreviewProps) {
  const { added, changed, same, onlyOnService, problems } = differences;
  const count = added.length + changed.length;
  return (
    <div class="section" role="region" aria-labelledby="preview">
      <h3 id="preview">What {file} would change</h3>
      <p>
        {people(added.length)} added, {changed.length} changed, {same} the same. {people(onlyOnService.length)} on the
        service but not in the table: kept as they are.
      </p>
      <Sentences title="Left out" sentences={[...read.problems, ...problems]} />
      <Sentences title="Worth a look" sentences={read.notes} />
      <Changes id="changed" title="Changed" changes={changed} />
      <Changes id="added" title="Added" changes={added} />
      {onlyOnService.length > 0 && (
        <details>
          <summary>Not in the table</summary>
          <ul class="plain">
            {onlyOnService.map(({ id, name }) => (
              <li key={id}>
                {name} ({id})
              </li>
            ))}
          </ul>
        </details>
      )}
      <div class="side">
        {count > 0 && (
          <button type="button" class="main" disabled={isSending} onClick={onSend}>
            Send {people(count)}
          </button>
        )}
        <button type="button" disabled={isSending} onClick={onDiscard}>
          Put the table aside
        </button>
      </div>
    </div>
  );
}
