import type { ChartData, Draw, Drawing } from "./chart-data.ts";

/** A dot of its own shape for each line, so that none is told by its colour alone. */
const DOTS = ["M-3 0a3 3 0 1 0 6 0a3 3 0 1 0-6 0z", "M-3-3h6v6h-6z", "M0-4l4 7h-8z"];

/** A hatch of its own for each layer of columns, the first without one. */
const HATCHES = ["", "M0 3h6", "M0 6L6 0", "M0 0l6 6M0 6L6 0", "M3 0v6"];

/** A column's fill: its colour, and its hatch above it. */
function Hatches({ chart, of }: { readonly chart: ChartData; readonly of: string }) {
  return (
    <defs>
      {chart.series.map(({ id }, index) => (
        <pattern key={id} id={`${of}-${chart.id}-${id}`} width="6" height="6" patternUnits="userSpaceOnUse">
          <rect class={`bar ${id}`} width="6" height="6" />
          <path class="hatch" d={HATCHES[index % HATCHES.length]} />
        </pattern>
      ))}
    </defs>
  );
}

function Lines({ drawing }: { readonly drawing: Drawing }) {
  return (
    <>
      {drawing.lines.map(({ series, path, dots }, index) => (
        <g key={series} class={`series ${series}`}>
          <path class="line" d={path} fill="none" />
          {dots.map(({ x, y }) => (
            <path key={x} class="dot" d={DOTS[index % DOTS.length]} transform={`translate(${x} ${y})`} />
          ))}
        </g>
      ))}
    </>
  );
}

function Picture({ chart, drawing }: { readonly chart: ChartData; readonly drawing: Drawing }) {
  const { width, height, left, right, ticks, labels, bars } = drawing;
  const bottom = ticks[0]?.y ?? height;
  return (
    <svg
      class="picture"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={`${chart.title}, as a chart. The table below has its figures.`}
    >
      <Hatches chart={chart} of="picture" />
      {ticks.map(({ y, label }) => (
        <g key={label}>
          <line class="tick" x1={left} x2={right} y1={y} y2={y} />
          <text class="scale" x={left - 4} y={y + 3} text-anchor="end">
            {label}
          </text>
        </g>
      ))}
      {bars.map(({ series, x, y, width: wide, height: high }) => (
        <rect
          key={`${series} ${x}`}
          class={`column ${series}`}
          fill={`url(#picture-${chart.id}-${series})`}
          x={x}
          y={y}
          width={wide}
          height={high}
        />
      ))}
      <Lines drawing={drawing} />
      {labels.map(({ x, text, below }) => (
        <text key={x} class="scale" x={x} y={bottom + 13} text-anchor="middle">
          {text}
          {below !== undefined && (
            <tspan x={x} dy="12">
              {below}
            </tspan>
          )}
        </text>
      ))}
    </svg>
  );
}

function Key({ chart }: { readonly chart: ChartData }) {
  const { id: chartId, series, kind } = chart;
  if (series.length < 2) return null;
  return (
    <ul class="key" aria-hidden="true">
      {series.map(({ id, name }, index) => (
        <li key={id}>
          <svg viewBox="-6 -6 12 12" width="14" height="14" class={`series ${id}`}>
            <Hatches chart={chart} of={`key-${id}`} />
            {kind === "line" ? (
              <path class="dot" d={DOTS[index % DOTS.length]} />
            ) : (
              <rect
                class={`column ${id}`}
                fill={`url(#key-${id}-${chartId}-${id})`}
                x="-5"
                y="-5"
                width="10"
                height="10"
              />
            )}
          </svg>
          {name}
        </li>
      ))}
    </ul>
  );
}

function ChartTable({ chart: { title, points, series } }: { readonly chart: ChartData }) {
  return (
    <div class="wide" tabIndex={0} role="region" aria-label={`${title}: table`}>
      <table>
        <thead>
          <tr>
            <th scope="col">Month</th>
            {series.map(({ id, name }) => (
              <th key={id} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {points.map(({ name }, at) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {series.map(({ id, shown }) => (
                <td key={id}>{shown[at]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A chart over its own figures: the table is always there, the picture wherever it can be drawn. */
export function Chart({ chart, draw }: { readonly chart: ChartData; readonly draw: Draw | undefined }) {
  const title = `chart-${chart.id}`;
  return (
    <figure class="chart" aria-labelledby={title}>
      <figcaption id={title}>{chart.title}</figcaption>
      {draw && <Picture chart={chart} drawing={draw(chart)} />}
      {draw && <Key chart={chart} />}
      {draw ? (
        <details>
          <summary>Figures as a table</summary>
          <ChartTable chart={chart} />
        </details>
      ) : (
        <ChartTable chart={chart} />
      )}
    </figure>
  );
}
