import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Draw } from "../../../ui/charts/chart-data.ts";
import { Chart } from "../../../ui/charts/chart.tsx";
import { loadDraw } from "../../../ui/charts/load.ts";
import { comparisonChart, type Comparison } from "../comparison.ts";
import type { FiguresByTeam } from "./measure-table.tsx";

/** Shares over the months, the trial's teams together beside the others; as tables alone where charts cannot be drawn. */
export function Comparisons({ of, sides, figures, months }: FiguresByTeam & { readonly of: readonly Comparison[] }) {
  const draw = useSignal<Draw | undefined>(undefined);
  useEffect(() => {
    void loadDraw().then((loaded) => {
      draw.value = loaded;
    });
  }, [draw]);
  const charts = of
    .map((comparison) => comparisonChart(comparison, sides, figures, months))
    .filter(({ series }) => series.length > 0);
  if (charts.length === 0) return null;
  return (
    <div class="charts">
      {charts.map((chart) => (
        <Chart key={chart.id} chart={chart} draw={draw.value} />
      ))}
      <p class="note">
        The charts add up the rounded figures of the tables; the more teams, the rougher. A month in which nothing was
        counted is left open.
      </p>
    </div>
  );
}
