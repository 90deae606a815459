import { signal, type ReadonlySignal } from "@preact/signals-core";
import { DisplayError } from "../service/service.ts";
import { WorkbookProblem } from "../workbook/workbook.ts";
import type { Busy, PaneModel } from "./pane-model.ts";

type Notice = PaneModel["notice"]["value"];

/** A fault in words: what Excel refused says itself what to do; anything else names its kind and holds no data. */
export function faultOf(error: unknown): { readonly sentence: string; readonly detail: string } {
  if (error instanceof DisplayError) return { sentence: error.message, detail: "" };
  if (error instanceof WorkbookProblem)
    return { sentence: error.message, detail: `${error.code} ${error.detail}`.trim() };
  const kind = error instanceof Error ? error.name : typeof error;
  return {
    sentence:
      "Something went wrong that should not have. Your sheet has not been changed by it. Try again; if it happens again, send the details to whoever looks after the add-in.",
    detail: kind,
  };
}

export interface Announcer {
  readonly busy: ReadonlySignal<Busy | undefined>;
  readonly notice: ReadonlySignal<Notice>;
  readonly done: (sentence: string) => void;
  readonly problem: (error: unknown) => void;
  /** Does some work under a name, and says how it ended; a sentence that the work gives back is said as done. */
  readonly during: (what: string, work: () => Promise<unknown>) => Promise<void>;
}

/** What the pane says of the work it does: what is under way, and how the last piece of it ended. */
export function createAnnouncer(): Announcer {
  const busy = signal<Busy | undefined>(undefined);
  const notice = signal<Notice>(undefined);
  const problem = (error: unknown): void => {
    notice.value = { kind: "problem", ...faultOf(error) };
  };
  const done = (sentence: string): void => {
    notice.value = { kind: "done", sentence };
  };
  return {
    busy,
    notice,
    done,
    problem,
    async during(what, work) {
      busy.value = { what };
      notice.value = undefined;
      try {
        const sentence = await work();
        if (typeof sentence === "string") done(sentence);
      } catch (error) {
        problem(error);
      } finally {
        busy.value = undefined;
      }
    },
  };
}
