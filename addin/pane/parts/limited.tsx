import type { ComponentChildren } from "preact";
import { useSignal } from "@preact/signals";

interface LimitedProps<T> {
  readonly items: readonly T[];
  /** What the items are, as in "Show 100 more rows". */
  readonly what: string;
  /** How many are shown at first, and how many more each time. */
  readonly step?: number;
  /** Shows every one, for printing. */
  readonly isWhole?: boolean;
  readonly children: (shown: readonly T[]) => ComponentChildren;
}

/** The first of many things, and a button for the next: a sheet of ten thousand rows must not hold up the pane. */
export function Limited<T>({ items, what, step = 100, isWhole = false, children }: LimitedProps<T>) {
  const limit = useSignal(step);
  const shown = isWhole ? items : items.slice(0, limit.value);
  const rest = items.length - shown.length;
  return (
    <>
      {children(shown)}
      {rest > 0 && (
        <p class="more">
          <button
            type="button"
            onClick={() => {
              limit.value += step;
            }}
          >{`Show ${Math.min(rest, step)} more ${what}`}</button>
          <span>{`${shown.length} of ${items.length} shown`}</span>
        </p>
      )}
    </>
  );
}
