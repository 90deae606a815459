import { useSignal } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import type { Draw } from "../../../../ui/charts/chart-data.ts";
import { Chart } from "../../../../ui/charts/chart.tsx";
import { loadDraw } from "../../../../ui/charts/load.ts";
import type { Month } from "../../../history/history.ts";
import { chartsOf } from "./figures.ts";

/** The months in time. What draws them is loaded by whoever looks; the figures are there before and without it. */
export function Charts({ months }: { readonly months: readonly Month[] }) {
  // In an object: a function given to a signal or a hook would be taken for something to call.
  const drawer = useSignal<{ readonly draw: Draw | undefined }>({ draw: undefined });
  useEffect(() => {
    void loadDraw().then((draw) => {
      drawer.value = { draw };
    });
  }, [drawer]);
  const charts = useMemo(() => chartsOf(months), [months]);
  return (
    <section class="group" aria-labelledby="in-time">
      <h3 id="in-time">The months in time</h3>
      {charts.map((chart) => (
        <Chart key={chart.id} chart={chart} draw={drawer.value.draw} />
      ))}
    </section>
  );
}
