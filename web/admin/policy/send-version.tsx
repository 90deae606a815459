import { useSignal } from "@preact/signals";
import { SHOWN_AS } from "../../../rules/finding.ts";
import { Field } from "../parts/fields.tsx";
import { idOf, type DraftTeam } from "./named-items.ts";
import type { PolicyEditor, PolicyState } from "./policy-editor.ts";
import type { Problem } from "./problems.ts";
import type { TeamChange } from "./versions.ts";

const rows = (count: number): string => (count === 1 ? "1 row" : `${count} rows`);

function ChangedVerdicts({
  preview,
  teams,
}: {
  readonly preview: readonly TeamChange[];
  readonly teams: readonly DraftTeam[];
}) {
  const nameOf = (id: string): string => teams.find((team) => idOf(team) === id)?.name ?? id;
  if (preview.length === 0) return <p>No team has sent a list yet, so no verdicts would change.</p>;
  return (
    <table class="narrow" aria-labelledby="verdicts">
      <thead>
        <tr>
          <th scope="col">Team</th>
          <th scope="col">Newest list</th>
          <th scope="col">Verdicts that would change</th>
        </tr>
      </thead>
      <tbody>
        {preview.map(({ team, month, changes }) => (
          <tr key={team}>
            <th scope="row">{nameOf(team)}</th>
            <td>{month}</td>
            <td>
              {changes.length === 0
                ? "none"
                : changes
                    .map(({ from, to, rows: count }) => `${SHOWN_AS[from]} to ${SHOWN_AS[to]}: ${rows(count)}`)
                    .join("; ")}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface SendProps {
  readonly editor: PolicyEditor;
  readonly state: PolicyState;
  readonly problems: readonly Problem[];
  readonly teams: readonly DraftTeam[];
}

/** Looking at what a version would change, then sending it. */
export function SendVersion({
  editor,
  state: { preview, busy, needsReason, versions = [] },
  problems,
  teams,
}: SendProps) {
  const reason = useSignal("");
  return (
    <>
      {problems.length > 0 && (
        <div role="group" aria-label="What has to be put right">
          <p class="problem">This cannot be sent until it is put right:</p>
          <ul class="plain problem">
            {problems.map(({ sentence }) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </div>
      )}
      {preview && (
        <>
          <h4 id="verdicts">Verdicts on each team's newest list</h4>
          <ChangedVerdicts preview={preview} teams={teams} />
          {needsReason && (
            <Field
              label="Reason"
              value={reason.value}
              note="This version would be in force from a day that is past, so months that were checked already may change. Say why; it is kept with the version."
              onType={(text) => {
                reason.value = text;
              }}
            />
          )}
        </>
      )}
      <div class="side">
        <button type="submit" class={preview ? undefined : "main"} disabled={busy !== undefined || problems.length > 0}>
          Preview what would change
        </button>
        {preview && (
          <button
            type="button"
            class="main"
            disabled={busy !== undefined}
            onClick={() => void editor.send(reason.value)}
          >
            Send as version {versions.length + 1}
          </button>
        )}
        <button
          type="button"
          disabled={busy !== undefined}
          onClick={() => {
            editor.discard();
          }}
        >
          Discard this draft
        </button>
      </div>
    </>
  );
}
