import type { MeasureId } from "../../../functions/snapshots/measure-ids.ts";
import { figuresOf, sidesOf } from "../figures.ts";
import { monthsBetween, shortMonthAndYear } from "../../../rules/months.ts";
import type { Evaluation, FiguresOfSpan } from "../evaluation.ts";
import type { Comparison } from "../comparison.ts";
import { BalanceTable } from "./balance.tsx";
import { Codebook } from "./codebook.tsx";
import { Comparisons } from "./comparisons.tsx";
import { Feedback } from "./feedback.tsx";
import { MeasureTable } from "./measure-table.tsx";
import { Range } from "./range.tsx";

interface Section {
  readonly id: string;
  readonly title: string;
  readonly charts: readonly Comparison[];
  readonly measures: readonly MeasureId[];
}

const SECTIONS: readonly Section[] = [
  {
    id: "balance",
    title: "The balance of social workers and other practitioners",
    charts: [
      { title: "Open cases led by other practitioners", id: "led-by-others", of: "cases" },
      { title: "Open cases that are child in need, led by other practitioners", id: "cin-led-by-others", of: "cases" },
    ],
    measures: ["led-by-others", "cin-led-by-others", "eh-led-by-others", "cases"],
  },
  { id: "change", title: "Changes of lead and step-ups", charts: [], measures: ["lead-changes", "step-ups"] },
  {
    id: "practice",
    title: "Oversight, supervision, meetings and training",
    charts: [
      { title: "Oversight in place", id: "oversight-in-place" },
      { title: "Supervision in time", id: "supervision-in-time" },
    ],
    measures: [
      "oversight-in-place",
      "supervision-in-time",
      "meetings-chaired",
      "training-complete",
      "concerns-in-time",
      "registrations-ending",
    ],
  },
  {
    id: "verdicts",
    title: "What the check found",
    charts: [{ title: "Rows that are not eligible, per open case", id: "not-eligible", of: "cases" }],
    measures: ["clear", "advice", "check", "action", "not-eligible", "accepted", "unallocated", "not-checked"],
  },
];

interface AllFiguresProps {
  readonly evaluation: Evaluation;
  readonly of: FiguresOfSpan;
  readonly now: string;
}

/** The figures, section by section. */
export function AllFigures({
  evaluation,
  of: { span, policy, months: sent, own, feedback, isLoading, problem },
  now,
}: AllFiguresProps) {
  const sides = sidesOf(sent, policy);
  const comparing = { sides, figures: figuresOf(sent), months: monthsBetween(span.from, span.to) };
  const links = [
    ...SECTIONS.map(({ id, title }) => [id, title] as const),
    ["feedback", "Feedback"] as const,
    ["codebook", "Codebook"] as const,
  ];
  const ownHere = [...sides.inTrial, ...sides.outside].filter(({ id }) => own.has(id)).map(({ name }) => name);
  return (
    <>
      <Range evaluation={evaluation} span={span} isLoading={isLoading} now={now} />
      {problem !== undefined && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      <p class="lede">
        Lists sent for {shortMonthAndYear(span.from)} to {shortMonthAndYear(span.to)}; who is in the trial is as the
        policy <i>{policy.title}</i> has it. Counts are rounded to the nearest 5 and percentages to the nearest 10 of
        the true ones. Teams stand in the order of the alphabet; no order means better or worse.
        {ownHere.length > 0 && <> Exact, because you manage them: {ownHere.join(", ")}.</>}
      </p>
      {sent.length === 0 ? (
        <p class="empty">
          No team has sent a list for these months. Choose other months, or look again when the first monthly snapshot
          has been sent.
        </p>
      ) : (
        <>
          <nav aria-label="On this page">
            <ul>
              {links.map(([id, title]) => (
                <li key={id}>
                  <a href={`#${id}`}>{title}</a>
                </li>
              ))}
            </ul>
          </nav>
          {SECTIONS.map(({ id, title, charts, measures }) => (
            <section key={id} aria-labelledby={id}>
              <h2 id={id} tabIndex={-1}>
                {title}
              </h2>
              {id === "balance" && <BalanceTable {...comparing} own={own} />}
              {charts.length > 0 && <Comparisons of={charts} {...comparing} />}
              {measures.map((measure) => (
                <MeasureTable key={measure} id={measure} {...comparing} />
              ))}
            </section>
          ))}
        </>
      )}
      <section aria-labelledby="feedback">
        <h2 id="feedback" tabIndex={-1}>
          Feedback
        </h2>
        <Feedback lines={feedback} />
        {sent.length > 0 && <MeasureTable id="feedback" {...comparing} />}
      </section>
      <section aria-labelledby="codebook">
        <h2 id="codebook" tabIndex={-1}>
          Codebook
        </h2>
        <Codebook />
      </section>
    </>
  );
}
