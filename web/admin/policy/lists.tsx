import type { Policy } from "../../../rules/policy.ts";
import { changed, Choice, Field, FieldSet, without } from "../parts/fields.tsx";
import { idOf, type DraftTeam } from "./named-items.ts";
import { sentencesAbout, type Problem } from "./problems.ts";

interface CoursesProps {
  readonly courses: Policy["courses"];
  readonly problems: readonly Problem[];
  readonly onChange: (courses: Policy["courses"]) => void;
}

/** The training schedule. */
export function Courses({ courses, problems, onChange }: CoursesProps) {
  return (
    <FieldSet title="Courses">
      {courses.map((course, index) => (
        <div key={index} class="side item" role="group" aria-label={`Course ${index + 1}`}>
          <Field
            label="Course"
            value={course.name}
            problems={sentencesAbout(problems, `courses[${index}].name`)}
            onType={(name) => {
              onChange(changed(courses, index, { ...course, name }));
            }}
          />
          <Field
            label="Asked for from"
            kind="date"
            value={course.from}
            problems={sentencesAbout(problems, `courses[${index}].from`)}
            onType={(from) => {
              onChange(changed(courses, index, { ...course, from }));
            }}
          />
          <button
            type="button"
            class="link"
            onClick={() => {
              onChange(without(courses, index));
            }}
          >
            Remove
          </button>
        </div>
      ))}
      <div>
        <button
          type="button"
          onClick={() => {
            onChange([...courses, { name: "", from: "" }]);
          }}
        >
          Add a course
        </button>
      </div>
    </FieldSet>
  );
}

interface ManagersProps {
  readonly managers: Policy["serviceManagers"];
  readonly teams: readonly DraftTeam[];
  readonly problems: readonly Problem[];
  readonly onChange: (managers: Policy["serviceManagers"]) => void;
}

/** Whom each team asks first. */
export function ServiceManagers({ managers, teams, problems, onChange }: ManagersProps) {
  const options = teams.filter((team) => idOf(team) !== "").map((team) => [idOf(team), team.name] as const);
  return (
    <FieldSet title="Service managers">
      {managers.map((manager, index) => (
        <div key={index} class="side item" role="group" aria-label={`Service manager ${index + 1}`}>
          <Choice
            label="Of the team"
            value={manager.team}
            options={
              options.some(([id]) => id === manager.team)
                ? options
                : [[manager.team, "no team of this policy"], ...options]
            }
            problems={sentencesAbout(problems, `serviceManagers[${index}].team`)}
            onChoose={(team) => {
              onChange(changed(managers, index, { ...manager, team }));
            }}
          />
          <Field
            label="Service manager's name"
            value={manager.name}
            problems={sentencesAbout(problems, `serviceManagers[${index}].name`)}
            onType={(name) => {
              onChange(changed(managers, index, { ...manager, name }));
            }}
          />
          <button
            type="button"
            class="link"
            onClick={() => {
              onChange(without(managers, index));
            }}
          >
            Remove
          </button>
        </div>
      ))}
      <div>
        <button
          type="button"
          disabled={options.length === 0}
          onClick={() => {
            onChange([...managers, { team: options[0]?.[0] ?? "", name: "" }]);
          }}
        >
          Add a service manager
        </button>
      </div>
    </FieldSet>
  );
}
