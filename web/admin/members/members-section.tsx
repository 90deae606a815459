import { useSignal } from "@preact/signals";
import { useEffect, useState } from "preact/hooks";
import type { Team } from "../../../rules/policy.ts";
import { Wide } from "../../page/wide.tsx";
import { Field, FieldSet, Tick } from "../parts/fields.tsx";
import { Outcome } from "../parts/outcome.tsx";
import type { Member, MembersEditor } from "./members-editor.ts";

interface FormProps {
  readonly title: string;
  readonly teams: readonly Team[];
  /** Who is changed; undefined where somebody is added. */
  readonly member: Member | undefined;
  readonly isBusy: boolean;
  readonly onSend: (email: string, to: Pick<Member, "name" | "teams">) => void;
  readonly onClose: () => void;
}

function MemberForm({ title, teams, member, isBusy, onSend, onClose }: FormProps) {
  const email = useSignal("");
  const name = useSignal(member?.name ?? "");
  const ticked = useSignal<readonly string[]>(member?.teams ?? []);
  // A team that the policy no longer has cannot be given to anybody.
  const known = ticked.value.filter((id) => teams.some((team) => team.id === id));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onSend(email.value, { name: name.value, teams: known });
      }}
    >
      <FieldSet title={title}>
        {!member && (
          <Field
            label="E-mail address"
            kind="email"
            value={email.value}
            note="The one that they sign in with. Only a keyed hash of it is kept."
            onType={(value) => {
              email.value = value;
            }}
          />
        )}
        <Field
          label="Name"
          value={name.value}
          onType={(value) => {
            name.value = value;
          }}
        />
        <div class="ticks" role="group" aria-label="Teams that they manage">
          {teams.map((team) => (
            <Tick
              key={team.id}
              label={team.name}
              isTicked={ticked.value.includes(team.id)}
              onTick={(isTicked) => {
                ticked.value = isTicked ? [...ticked.value, team.id] : ticked.value.filter((id) => id !== team.id);
              }}
            />
          ))}
        </div>
        <div class="side">
          <button type="submit" class="main" disabled={isBusy}>
            {member ? "Save" : "Add"}
          </button>
          <button type="button" onClick={onClose}>
            Cancel
          </button>
        </div>
      </FieldSet>
    </form>
  );
}

/** Who manages which teams. */
export function MembersSection({ editor }: { readonly editor: MembersEditor }) {
  const { members, teams, busy, problem, done } = editor.state.value;
  const [editing, setEditing] = useState<string | undefined>();
  useEffect(() => {
    void editor.load();
  }, [editor]);
  const teamName = (id: string): string => teams.find((team) => team.id === id)?.name ?? id;
  const close = (): void => {
    setEditing(undefined);
  };
  const closeIf = (isDone: boolean): void => {
    if (isDone) close();
  };
  const edited = members?.find(({ id }) => id === editing);
  return (
    <section>
      <h2 id="title">Members and teams</h2>
      <p class="note">
        Who manages which teams. What somebody may do besides, such as evaluate or administer, is set by their app role
        in the council's Microsoft account.
      </p>
      <Outcome problem={problem} done={done} doing={busy === "loading" ? "Fetching the members …" : undefined} />
      {members && editing === undefined && (
        <div>
          <button
            type="button"
            onClick={() => {
              setEditing("new");
            }}
          >
            Add somebody by e-mail
          </button>
        </div>
      )}
      {editing === "new" && (
        <MemberForm
          title="Add somebody"
          teams={teams}
          member={undefined}
          isBusy={busy !== undefined}
          onClose={close}
          onSend={(email, to) => void editor.add(email, to).then(closeIf)}
        />
      )}
      {edited && (
        // A new form where the entry has changed on the service, so that what is sent was seen.
        <MemberForm
          key={edited.etag + edited.id}
          title={`Teams of ${edited.name ?? edited.id}`}
          teams={teams}
          member={edited}
          isBusy={busy !== undefined}
          onClose={close}
          onSend={(_, to) => void editor.change(edited, to).then(closeIf)}
        />
      )}
      {members && (
        <Wide labelledBy="title">
          <table>
            <thead>
              <tr>
                {["Name", "Teams", "Signed in", ""].map((title) =>
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
              {members.map((member) => (
                <tr key={member.id}>
                  <th scope="row">{member.name ?? member.id}</th>
                  <td>
                    {member.teams.length === 0 ? <span class="none">none</span> : member.teams.map(teamName).join(", ")}
                  </td>
                  <td>{member.hasSignedIn ? "yes" : "not yet"}</td>
                  <td>
                    <button
                      type="button"
                      class="link"
                      aria-label={`Change the teams of ${member.name ?? member.id}`}
                      onClick={() => {
                        setEditing(member.id);
                      }}
                    >
                      Change
                    </button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Wide>
      )}
    </section>
  );
}
