import { useSignal } from "@preact/signals";
import { balanceOf, shareText } from "../figures.ts";
import { shortMonthAndYear } from "../../../rules/months.ts";
import type { FiguresByTeam } from "./measure-table.tsx";
import { MonthSelect } from "./month-select.tsx";
import { TeamRows } from "./team-rows.tsx";
import { Wide } from "../../page/wide.tsx";

const COLUMNS = [
  "Open cases",
  "Led by other practitioners",
  "of open cases",
  "Child in need",
  "Early help",
  "All other open cases",
];

/** Who leads, by status, in one month. */
export function BalanceTable({ sides, figures, months, own }: FiguresByTeam & { readonly own: ReadonlySet<string> }) {
  const chosen = useSignal<string | undefined>(undefined);
  const hasList = (month: string): boolean => [...sides.inTrial, ...sides.outside].some(({ id }) => figures(id, month));
  const month =
    chosen.value !== undefined && months.includes(chosen.value)
      ? chosen.value
      : (months.findLast(hasList) ?? months.at(-1) ?? "");
  return (
    <div class="measure">
      <h3 id="balance-of">Who leads, {shortMonthAndYear(month)}</h3>
      <MonthSelect
        label="Month of the balance"
        months={months}
        value={month}
        onChoose={(one) => {
          chosen.value = one;
        }}
      />
      <Wide labelledBy="balance-of">
        <table>
          <thead>
            <tr>
              <th scope="col" rowSpan={2}>
                Team
              </th>
              <th scope="col" rowSpan={2}>
                {COLUMNS[0]}
              </th>
              <th scope="colgroup" colSpan={4}>
                Led by other practitioners
              </th>
              <th scope="col" rowSpan={2}>
                {COLUMNS[5]}
              </th>
            </tr>
            <tr>
              <th scope="col">All</th>
              <th scope="col">Share of open cases</th>
              <th scope="col">{COLUMNS[3]}</th>
              <th scope="col">{COLUMNS[4]}</th>
            </tr>
          </thead>
          <TeamRows sides={sides} columns={COLUMNS.length}>
            {({ id }) => {
              const balance = balanceOf(figures(id, month), !own.has(id));
              if (!balance)
                return COLUMNS.map((column) => (
                  <td key={column} class="none">
                    not sent
                  </td>
                ));
              const { cases, led } = balance;
              if (!led)
                return COLUMNS.map((column, at) => (
                  <td key={column} class={at === 0 ? undefined : "none"}>
                    {at === 0 ? cases : "not recorded"}
                  </td>
                ));
              const { others, share: between, childInNeed, earlyHelp, rest } = led;
              const share = between ? <td>{shareText(between)}</td> : <td class="none">too few</td>;
              return (
                <>
                  <td>{cases}</td>
                  <td>{others}</td>
                  {share}
                  <td>{childInNeed}</td>
                  <td>{earlyHelp}</td>
                  <td>{rest}</td>
                </>
              );
            }}
          </TeamRows>
        </table>
      </Wide>
      <p class="note">
        All other open cases: a social worker leads, nobody does, or it cannot be told who is qualified. Shares and
        differences are worked out from the figures shown: where those are rounded, a share is given as what it is sure
        to lie between.
      </p>
    </div>
  );
}
