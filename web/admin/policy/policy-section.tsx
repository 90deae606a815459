import { useEffect } from "preact/hooks";
import { showDay, isoDay } from "../../../rules/dates.ts";
import { Wide } from "../../page/wide.tsx";
import { nameOf } from "../members/names.ts";
import { Outcome } from "../parts/outcome.tsx";
import type { PolicyEditor, PolicyState } from "./policy-editor.ts";
import { DraftForm } from "./form.tsx";
import type { Version } from "./versions.ts";

const DOING: Readonly<Record<NonNullable<PolicyState["busy"]>, string>> = {
  loading: "Fetching the versions …",
  previewing: "Checking the newest lists with this policy …",
  sending: "Sending …",
};

interface VersionsProps {
  readonly versions: readonly Version[];
  readonly names: PolicyState["names"];
  readonly onBegin: (from: Version) => void;
}

/** The newest first. */
function Versions({ versions, names, onBegin }: VersionsProps) {
  return (
    <Wide labelledBy="versions">
      <table>
        <thead>
          <tr>
            {["Version", "Title", "In force from", "Made", "Reason", "Hash", ""].map((title) =>
              title === "" ? (
                <td key={title} />
              ) : (
                <th key={title} scope="col">
                  {title}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {[...versions].reverse().map((one) => (
            <tr key={one.version}>
              <th scope="row">{one.version}</th>
              <td>{one.policy.title}</td>
              <td>{showDay(isoDay(one.policy.effectiveFrom))}</td>
              <td>
                {one.at === undefined
                  ? "ships with the product"
                  : `${showDay(isoDay(one.at.slice(0, 10)))}${one.by === undefined ? "" : ` by ${nameOf(names, one.by)}`}`}
              </td>
              <td>{one.reason}</td>
              <td>
                <code title={one.hash}>{one.hash.slice(0, 12)}</code>
              </td>
              <td>
                <button
                  type="button"
                  class="link"
                  aria-label={`New version from version ${one.version}`}
                  onClick={() => {
                    onBegin(one);
                  }}
                >
                  New version from this one
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  );
}

/** A manager's own table Policy as the beginning of a version: nobody types it twice. */
const FromWorkbook = ({ editor }: { readonly editor: PolicyEditor }) => (
  <div class="field">
    <label for="policy-workbook">New version from a workbook with a table named Policy</label>
    <input
      id="policy-workbook"
      type="file"
      accept=".xlsx,.xlsm"
      aria-describedby="policy-workbook-note"
      onChange={({ currentTarget }) => {
        const [file] = currentTarget.files ?? [];
        if (file) void editor.take({ name: file.name, bytes: async () => new Uint8Array(await file.arrayBuffer()) });
        // So that the same file can be chosen again.
        currentTarget.value = "";
      }}
    />
    <p id="policy-workbook-note" class="note">
      The file is read on this computer. You see every setting, and what it would change, before anything is sent.
    </p>
  </div>
);

/** The policy's versions, and making a new one. */
export function PolicySection({ editor }: { readonly editor: PolicyEditor }) {
  const state = editor.state.value;
  const { versions, names, draft, problem, sentences, done, busy } = state;
  useEffect(() => {
    void editor.load();
  }, [editor]);
  return (
    <section>
      <h2 id="title">Policy</h2>
      <p class="note">
        A version is never changed: a new one is made, and each month goes on being checked by the version that was in
        force then.
      </p>
      <h3 id="versions">Versions</h3>
      {versions && (
        <Versions
          versions={versions}
          names={names}
          onBegin={(from) => {
            editor.begin(from);
          }}
        />
      )}
      {versions && <FromWorkbook editor={editor} />}
      <Outcome problem={problem} sentences={sentences} done={done} doing={busy && DOING[busy]} />
      {draft && versions && <DraftForm editor={editor} state={state} draft={draft} versions={versions} />}
    </section>
  );
}
