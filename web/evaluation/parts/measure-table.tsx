import type { MeasureId } from "../../../functions/snapshots/measure-ids.ts";
import { entryOf } from "../codebook.ts";
import { shown, type Figures, type Sides } from "../figures.ts";
import { shortMonthAndYear } from "../../../rules/months.ts";
import { TeamRows } from "./team-rows.tsx";
import { Wide } from "../../page/wide.tsx";

export interface FiguresByTeam {
  readonly sides: Sides;
  readonly figures: Figures;
  readonly months: readonly string[];
}

/** One measure of every team, month by month. */
export function MeasureTable({ id, sides, figures, months }: FiguresByTeam & { readonly id: MeasureId }) {
  const { title, counted, of } = entryOf(id);
  return (
    <div class="measure">
      <h3 id={`measure-${id}`}>{title}</h3>
      <p class="note">
        {counted}
        {of !== undefined && <> Out of: {of}.</>}
      </p>
      <Wide labelledBy={`measure-${id}`}>
        <table>
          <thead>
            <tr>
              <th scope="col">Team</th>
              {months.map((month) => (
                <th key={month} scope="col">
                  {shortMonthAndYear(month)}
                </th>
              ))}
            </tr>
          </thead>
          <TeamRows sides={sides} columns={months.length}>
            {({ id: team }) =>
              months.map((month) => {
                const found = figures(team, month);
                return (
                  <td key={month} class={found?.measures[id] ? undefined : "none"}>
                    {shown(found, id)}
                  </td>
                );
              })
            }
          </TeamRows>
        </table>
      </Wide>
    </div>
  );
}
