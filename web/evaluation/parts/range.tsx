import { useSignal } from "@preact/signals";
import { monthsBetween, monthsOn } from "../../../rules/months.ts";
import { saveFile } from "../../page/save-file.ts";
import type { Span } from "../span.ts";
import type { Evaluation } from "../evaluation.ts";
import { MonthSelect } from "./month-select.tsx";

interface RangeProps {
  readonly evaluation: Evaluation;
  readonly span: Span;
  readonly isLoading: boolean;
  /** The current month: none after it can have been sent. */
  readonly now: string;
}

/** How far back the lists of months go before the span that is shown. */
const BACK = -24;

/** Which months are compared, and what can be done with their figures. */
export function Range({ evaluation, span, isLoading, now }: RangeProps) {
  const problem = useSignal("");
  const months = monthsBetween([monthsOn(now, BACK), monthsOn(span.from, BACK)].sort()[0] ?? span.from, now);
  const choose = (next: Span): void => {
    const chosen = next.from === span.from ? next.to : next.from;
    // A span that would run backwards becomes the one month that was chosen.
    void evaluation.look(next.from > next.to ? { from: chosen, to: chosen } : next);
  };
  const download = async (): Promise<void> => {
    problem.value = "";
    try {
      saveFile(await evaluation.csv(span), `measures-${span.from}-to-${span.to}.csv`);
    } catch (error) {
      problem.value = error instanceof Error ? error.message : "The file could not be fetched. Try again later.";
    }
  };
  return (
    <div class="range">
      <MonthSelect
        label="From"
        months={months}
        value={span.from}
        onChoose={(from) => {
          choose({ ...span, from });
        }}
      />
      <MonthSelect
        label="To"
        months={months}
        value={span.to}
        onChoose={(to) => {
          choose({ ...span, to });
        }}
      />
      <button type="button" onClick={() => void download()}>
        Download as CSV
      </button>
      <button
        type="button"
        onClick={() => {
          print();
        }}
      >
        Print
      </button>
      <p role="status">{isLoading ? "Fetching the figures …" : problem.value}</p>
    </div>
  );
}
