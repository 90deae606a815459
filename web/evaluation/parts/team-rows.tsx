import type { ComponentChildren } from "preact";
import type { Side, Sides } from "../figures.ts";

interface TeamRowsProps {
  readonly sides: Sides;
  readonly columns: number;
  /** The cells of a team's row, after its name. */
  readonly children: (team: Side) => ComponentChildren;
}

/** The bodies of a table of teams: those of the trial, then those outside it, each in the order of the alphabet. */
export function TeamRows({ sides, columns, children }: TeamRowsProps) {
  const groups = [
    ["In the trial", sides.inTrial],
    ["Outside the trial, as a baseline", sides.outside],
  ] as const;
  return (
    <>
      {groups
        .filter(([, teams]) => teams.length > 0)
        .map(([title, teams]) => (
          <tbody key={title}>
            <tr class="group">
              <th scope="rowgroup" colSpan={columns + 1}>
                <span>{title}</span>
              </th>
            </tr>
            {teams.map((team) => (
              <tr key={team.id}>
                <th scope="row">{team.name}</th>
                {children(team)}
              </tr>
            ))}
          </tbody>
        ))}
    </>
  );
}
