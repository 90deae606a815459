import { useEffect, useRef } from "preact/hooks";
import { CATALOGUE } from "../../../rules/catalogue/index.ts";
import { DATA_RULE_IDS } from "../../../rules/rule-ids.ts";
import { OPEN_STATUSES, statusLabel } from "../../../rules/status.ts";
import { Choice, Field, FieldSet, Tick } from "../parts/fields.tsx";
import type { PolicyEditor, PolicyState } from "./policy-editor.ts";
import { lastingTeams, type Draft } from "./draft.ts";
import { Courses, ServiceManagers } from "./lists.tsx";
import { problemsOf, sentencesAbout } from "./problems.ts";
import { SendVersion } from "./send-version.tsx";
import { ABOUT, COUNCIL, LIMITS, SUPERVISION, TRIAL, type Setting } from "./typed-settings.ts";
import { Teams } from "./teams.tsx";
import type { Version } from "./versions.ts";

interface FormProps {
  readonly editor: PolicyEditor;
  readonly state: PolicyState;
  readonly draft: Draft;
  readonly versions: readonly Version[];
}

const ticked = <T,>(list: readonly T[], one: T, isTicked: boolean): readonly T[] =>
  isTicked ? [...list, one].sort() : list.filter((other) => other !== one);

const SWITCHED_OFF = CATALOGUE.filter(({ id }) => !DATA_RULE_IDS.includes(id));
const SCHEMES = [
  ["trial", "A trial: its teams and dates bind"],
  ["adopted", "Adopted: in every team, with no end"],
] as const;

/** The everyday settings of a new version. */
export function DraftForm({ editor, state, draft, versions }: FormProps) {
  const problems = problemsOf(draft);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, [draft.from]);
  const typed = (setting: Setting) => (
    <Field
      key={setting.path}
      label={setting.label}
      kind={setting.kind}
      note={setting.note}
      value={draft.typed[setting.path] ?? ""}
      problems={sentencesAbout(problems, setting.path)}
      onType={(value) => {
        editor.edit({ typed: { ...draft.typed, [setting.path]: value } });
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
        New version from version {draft.from.version}
      </h3>
      <p class="note">Roles and their other names stay as they are in that version.</p>
      <FieldSet title={ABOUT.title}>
        <div class="side">{ABOUT.settings.map(typed)}</div>
        <Choice
          label="Scheme"
          value={draft.scheme}
          options={SCHEMES}
          onChoose={(scheme) => {
            editor.edit({ scheme: scheme === "adopted" ? "adopted" : "trial" });
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
          editor.edit({ teams });
        }}
      />
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
              editor.edit({ every: { ...draft.every, count } });
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
              editor.edit({ every: { ...draft.every, unit: unit === "days" ? "days" : "months" } });
            }}
          />
          {typed(SUPERVISION)}
        </div>
      </FieldSet>
      <FieldSet title="Who may do what">
        <div role="group" aria-labelledby="only">
          <p id="only">Only a registered social worker may lead:</p>
          <div class="ticks">
            {OPEN_STATUSES.map((code) => (
              <Tick
                key={code}
                label={statusLabel(code)}
                isTicked={draft.socialWorkerOnly.includes(code)}
                onTick={(isTicked) => {
                  editor.edit({ socialWorkerOnly: ticked(draft.socialWorkerOnly, code, isTicked) });
                }}
              />
            ))}
          </div>
        </div>
        <div role="group" aria-labelledby="overseen">
          <p id="overseen">Someone social work qualified oversees a lead who is not a social worker:</p>
          <div class="ticks">
            {OPEN_STATUSES.map((code) => (
              <Tick
                key={code}
                label={statusLabel(code)}
                isTicked={draft.overseen.includes(code)}
                onTick={(isTicked) => {
                  editor.edit({ overseen: ticked(draft.overseen, code, isTicked) });
                }}
              />
            ))}
          </div>
        </div>
        <Tick
          label="Others than social workers may carry out the assessment"
          isTicked={draft.assessmentByOthers}
          onTick={(assessmentByOthers) => {
            editor.edit({ assessmentByOthers });
          }}
        />
      </FieldSet>
      <Courses
        courses={draft.courses}
        problems={problems}
        onChange={(courses) => {
          editor.edit({ courses });
        }}
      />
      <FieldSet title={LIMITS.title}>
        <div class="side">{LIMITS.settings.map(typed)}</div>
      </FieldSet>
      <ServiceManagers
        managers={draft.serviceManagers}
        teams={draft.teams}
        problems={problems}
        onChange={(serviceManagers) => {
          editor.edit({ serviceManagers });
        }}
      />
      <FieldSet title={COUNCIL.title}>{COUNCIL.settings.map(typed)}</FieldSet>
      <FieldSet title="Rules switched off">
        <div class="ticks">
          {SWITCHED_OFF.map(({ id, title }) => (
            <Tick
              key={id}
              label={`${id}: ${title}`}
              isTicked={draft.rulesOff.includes(id)}
              onTick={(isTicked) => {
                editor.edit({ rulesOff: ticked(draft.rulesOff, id, isTicked) });
              }}
            />
          ))}
        </div>
      </FieldSet>
      <SendVersion editor={editor} state={state} problems={problems} teams={draft.teams} />
    </form>
  );
}
