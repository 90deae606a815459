import { useEffect, useRef } from "preact/hooks";
import { Choice, Field, FieldSet } from "../parts/fields.tsx";
import type { PolicyEditor, PolicyState } from "./policy-editor.ts";
import { lastingTeams, type Draft } from "./draft.ts";
import { Courses, ServiceManagers } from "./lists.tsx";
import { problemsOf, sentencesAbout } from "./problems.ts";
import { Roles } from "./roles.tsx";
import { SendVersion } from "./send-version.tsx";
import { Statuses } from "./statuses.tsx";
import { Teams } from "./teams.tsx";
import { RulesOff, WhoMay } from "./ticked-settings.tsx";
import { ABOUT, COUNCIL, LIMITS, SUPERVISION, TRIAL, WEIGHTS, type Setting } from "./typed-settings.ts";
import type { Version } from "./versions.ts";

interface FormProps {
  readonly editor: PolicyEditor;
  readonly state: PolicyState;
  readonly draft: Draft;
  readonly versions: readonly Version[];
}

const SCHEMES = [
  ["trial", "A trial: its teams and dates bind"],
  ["adopted", "Adopted: in every team, with no end"],
] as const;

/** Every setting of a new version. */
export function DraftForm({ editor, state, draft, versions }: FormProps) {
  const problems = problemsOf(draft);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, [draft.from]);
  const edit = (changes: Partial<Draft>): void => {
    editor.edit(changes);
  };
  const typed = (setting: Setting) => (
    <Field
      key={setting.path}
      label={setting.label}
      kind={setting.kind}
      note={setting.note}
      value={draft.typed[setting.path] ?? ""}
      problems={sentencesAbout(problems, setting.path)}
      onType={(value) => {
        edit({ typed: { ...draft.typed, [setting.path]: value } });
      }}
    />
  );
  return (
    <form
      aria-labelledby="draft"
      onSubmit={(event) => {
        event.preventDefault();
        void editor.preview();
      }}
    >
      <h3 id="draft" ref={heading} tabIndex={-1}>
        {draft.file === undefined
          ? `New version from version ${draft.from.version}`
          : `New version from the table Policy in ${draft.file}`}
      </h3>
      <FieldSet title={ABOUT.title}>
        <div class="side">{ABOUT.settings.map(typed)}</div>
        <Choice
          label="Scheme"
          value={draft.scheme}
          options={SCHEMES}
          onChoose={(scheme) => {
            edit({ scheme: scheme === "adopted" ? "adopted" : "trial" });
          }}
        />
      </FieldSet>
      <FieldSet title={TRIAL.title}>
        <div class="side">{TRIAL.settings.map(typed)}</div>
      </FieldSet>
      <Teams
        teams={draft.teams}
        lasting={lastingTeams(versions)}
        problems={problems}
        onChange={(teams) => {
          edit({ teams });
        }}
      />
      <Roles
        roles={draft.roles}
        problems={problems}
        onChange={(roles) => {
          edit({ roles });
        }}
      />
      <Statuses draft={draft} problems={problems} onChange={edit} />
      <FieldSet title="Supervision">
        <div class="side ends">
          <Field
            label="Due every"
            kind="number"
            value={draft.every.count}
            problems={sentencesAbout(
              problems,
              "supervision.every",
              "supervision.every.months",
              "supervision.every.days",
            )}
            onType={(count) => {
              edit({ every: { ...draft.every, count } });
            }}
          />
          <Choice
            label="Counted in"
            value={draft.every.unit}
            options={[
              ["months", "calendar months"],
              ["days", "days"],
            ]}
            onChoose={(unit) => {
              edit({ every: { ...draft.every, unit: unit === "days" ? "days" : "months" } });
            }}
          />
          {typed(SUPERVISION)}
        </div>
      </FieldSet>
      <WhoMay draft={draft} onChange={edit} />
      <Courses
        courses={draft.courses}
        problems={problems}
        onChange={(courses) => {
          edit({ courses });
        }}
      />
      <FieldSet title={LIMITS.title}>
        <div class="side">{LIMITS.settings.map(typed)}</div>
      </FieldSet>
      <FieldSet title={WEIGHTS.title}>
        <p class="note">Left blank, a case of the status weighs 1. Half a case is 0.5.</p>
        <div class="side">{WEIGHTS.settings.map(typed)}</div>
      </FieldSet>
      <ServiceManagers
        managers={draft.serviceManagers}
        teams={draft.teams}
        problems={problems}
        onChange={(serviceManagers) => {
          edit({ serviceManagers });
        }}
      />
      <FieldSet title={COUNCIL.title}>{COUNCIL.settings.map(typed)}</FieldSet>
      <RulesOff rulesOff={draft.rulesOff} onChange={edit} />
      <SendVersion editor={editor} state={state} problems={problems} teams={draft.teams} />
    </form>
  );
}
