import { changed, Field, FieldSet, without } from "../parts/fields.tsx";
import { idOf, type DraftTeam } from "./named-items.ts";
import { sentencesUnder, type Problem } from "./problems.ts";

interface TeamsProps {
  readonly teams: readonly DraftTeam[];
  /** Ids of teams that have to stay. */
  readonly lasting: ReadonlySet<string>;
  readonly problems: readonly Problem[];
  readonly onChange: (teams: readonly DraftTeam[]) => void;
}

const SIDES = [
  {
    isInTrial: true,
    title: "Teams in the trial",
    path: "trial.teams",
    other: "Take out of the trial",
    add: "Add a team to the trial",
  },
  { isInTrial: false, title: "Other teams", path: "otherTeams", other: "Put into the trial", add: "Add another team" },
] as const;

/** The teams of a policy. Their ids never change, so they are shown and cannot be typed. */
export function Teams({ teams, lasting, problems, onChange }: TeamsProps) {
  return (
    <>
      {SIDES.map(({ isInTrial, title, path, other, add }) => {
        const side = teams.flatMap((team, index) => (team.isInTrial === isInTrial ? [{ team, index }] : []));
        return (
          <FieldSet key={title} title={title}>
            {side.map(({ team, index }, place) => (
              <div key={index} class="item" role="group" aria-label={team.name === "" ? "A new team" : team.name}>
                <div class="side">
                  <Field
                    label="Team's name"
                    value={team.name}
                    note={`Id: ${idOf(team) || "made of the name"}`}
                    problems={[
                      ...sentencesUnder(problems, `${path}[${place}].name`),
                      ...sentencesUnder(problems, `${path}[${place}].id`),
                    ]}
                    onType={(name) => {
                      onChange(changed(teams, index, { ...team, name }));
                    }}
                  />
                  <Field
                    label="Other names, one a line"
                    kind="lines"
                    value={team.aliases}
                    problems={sentencesUnder(problems, `${path}[${place}].aliases`)}
                    onType={(aliases) => {
                      onChange(changed(teams, index, { ...team, aliases }));
                    }}
                  />
                </div>
                <div class="side">
                  <button
                    type="button"
                    class="link"
                    onClick={() => {
                      onChange(changed(teams, index, { ...team, isInTrial: !isInTrial }));
                    }}
                  >
                    {other}
                  </button>
                  {!lasting.has(team.id) && (
                    <button
                      type="button"
                      class="link"
                      onClick={() => {
                        onChange(without(teams, index));
                      }}
                    >
                      Remove
                    </button>
                  )}
                </div>
              </div>
            ))}
            <div>
              <button
                type="button"
                onClick={() => {
                  onChange([...teams, { id: "", name: "", aliases: "", isInTrial }]);
                }}
              >
                {add}
              </button>
            </div>
          </FieldSet>
        );
      })}
    </>
  );
}
