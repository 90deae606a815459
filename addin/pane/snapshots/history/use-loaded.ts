import { useSignal, type ReadonlySignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { DisplayError } from "../../../service/service.ts";

/** Something asked of the service, for a screen that shows it. */
export type LoadState<T> =
  | { readonly is: "loading" }
  | { readonly is: "failed"; readonly sentence: string }
  | { readonly is: "here"; readonly value: T };

const sentenceOf = (error: unknown): string =>
  error instanceof DisplayError
    ? error.message
    : "This could not be shown because of a fault in this add-in. Try again.";

/** Asks when the screen appears, and again whenever one of `on` is another; an answer to an earlier question is not shown. */
export function useLoaded<T>(
  ask: () => Promise<T>,
  on: readonly unknown[],
): { readonly loaded: ReadonlySignal<LoadState<T>>; readonly again: () => void } {
  const loaded = useSignal<LoadState<T>>({ is: "loading" });
  const turn = useSignal(0);
  useEffect(() => {
    let isWanted = true;
    loaded.value = { is: "loading" };
    ask()
      .then(
        (value): LoadState<T> => ({ is: "here", value }),
        (error: unknown): LoadState<T> => ({ is: "failed", sentence: sentenceOf(error) }),
      )
      .then(
        (found) => {
          if (isWanted) loaded.value = found;
        },
        () => undefined,
      );
    return () => {
      isWanted = false;
    };
  }, [...on, turn.value]);
  return {
    loaded,
    again: () => {
      turn.value += 1;
    },
  };
}
