/// <reference types="custom-functions-runtime" />
import { effect } from "@preact/signals-core";
import { excelError } from "./results.ts";

export type Column = string[][];
export type Stream = CustomFunctions.StreamingInvocation<Column>;

const isSame = (a: Column, b: Column | undefined): boolean =>
  a.length === b?.length && a.every(([cell], row) => cell === b[row]?.[0]);

/**
 * Answers a streaming call now, and again whenever a signal that `work` reads has changed, until Excel cancels it.
 * `work` gives undefined as long as there is nothing to say.
 */
export function keepAnswering(invocation: Stream, work: () => Column | undefined): void {
  // Each call keeps its own state: Excel may cancel a call after the one that replaces it has begun.
  let last: Column | undefined;
  const stop = effect(() => {
    try {
      const answer = work();
      if (answer === undefined || isSame(answer, last)) return;
      last = answer;
      invocation.setResult(answer);
    } catch (fault) {
      last = undefined;
      invocation.setResult(excelError(fault));
    }
  });
  invocation.onCanceled = stop;
}
