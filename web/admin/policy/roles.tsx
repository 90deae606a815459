import { useState } from "preact/hooks";
import { ROLE_KINDS, type RoleKind } from "../../../rules/policy.ts";
import { changed, Choice, Field, FieldSet, Tick, without } from "../parts/fields.tsx";
import { newRole, type DraftRole } from "./named-items.ts";
import { sentencesAbout, sentencesUnder, type Problem } from "./problems.ts";

const KINDS: Readonly<Record<RoleKind, string>> = {
  "social-worker": "social worker",
  manager: "manager",
  either: "open to social workers and to others",
  assistant: "social work assistant",
  "early-help": "early help or family support",
  education: "education",
  health: "health",
  partner: "another partner",
};
const CHOICES = ROLE_KINDS.map((kind) => [kind, KINDS[kind]] as const);

interface RoleProps {
  readonly role: DraftRole;
  readonly path: string;
  readonly problems: readonly Problem[];
  readonly onChange: (role: DraftRole) => void;
  readonly onRemove: () => void;
}

function RoleItem({ role, path, problems, onChange, onRemove }: RoleProps) {
  const [isOpen, setOpen] = useState(role.name === "");
  const name = role.name.trim() || "A new role";
  const wrong = sentencesUnder(problems, `${path}.`);
  return (
    <details
      open={isOpen || wrong.length > 0}
      onToggle={({ currentTarget }) => {
        setOpen(currentTarget.open);
      }}
    >
      <summary>
        {name}
        {role.kind !== "" && <span class="note">: {KINDS[role.kind]}</span>}
      </summary>
      <div class="item" role="group" aria-label={name}>
        <div class="side">
          <Field
            label="Role's name"
            value={role.name}
            problems={sentencesAbout(problems, `${path}.name`)}
            onType={(typed) => {
              onChange({ ...role, name: typed });
            }}
          />
          <Choice
            label="Kind"
            value={role.kind}
            options={role.kind === "" ? [["", "choose one"], ...CHOICES] : CHOICES}
            problems={sentencesAbout(problems, `${path}.kind`)}
            onChoose={(chosen) => {
              onChange({ ...role, kind: ROLE_KINDS.find((kind) => kind === chosen) ?? "" });
            }}
          />
          <Field
            label="Other names, one a line"
            kind="lines"
            value={role.aliases}
            problems={sentencesUnder(problems, `${path}.aliases`)}
            onType={(aliases) => {
              onChange({ ...role, aliases });
            }}
          />
        </div>
        <Tick
          label="Bound to a timetable: as lead, needs a cover"
          isTicked={role.timetabled === true}
          onTick={(timetabled) => {
            onChange({ ...role, timetabled });
          }}
        />
        <Tick
          label="Newly qualified: leads protection work with a co-worker"
          isTicked={role.newlyQualified === true}
          onTick={(newlyQualified) => {
            onChange({ ...role, newlyQualified });
          }}
        />
        <button type="button" class="link" aria-label={`Remove the role ${name}`} onClick={onRemove}>
          Remove
        </button>
      </div>
    </details>
  );
}

interface RolesProps {
  readonly roles: readonly DraftRole[];
  readonly problems: readonly Problem[];
  readonly onChange: (roles: readonly DraftRole[]) => void;
}

/** The roles that lists and registers may name. */
export function Roles({ roles, problems, onChange }: RolesProps) {
  return (
    <FieldSet title="Roles">
      <p class="note">
        A role's kind says what its holders may lead. That somebody is a registered social worker, only the register
        shows.
      </p>
      {roles.map((role, index) => (
        <RoleItem
          key={role.key}
          role={role}
          path={`roles[${index}]`}
          problems={problems}
          onChange={(to) => {
            onChange(changed(roles, index, to));
          }}
          onRemove={() => {
            onChange(without(roles, index));
          }}
        />
      ))}
      <div>
        <button
          type="button"
          onClick={() => {
            onChange([...roles, newRole(roles)]);
          }}
        >
          Add a role
        </button>
      </div>
    </FieldSet>
  );
}
