import { effect, signal, untracked, type ReadonlySignal } from "@preact/signals";
import type { PaneModel } from "../model/pane-model.ts";
import type { ServiceState } from "../service/service.ts";
import { severityCounts } from "./findings/filter.ts";
import { changeSentence, type Tally } from "./findings/summary.ts";

/** Typing changes the findings again and again; only what stays for a moment is worth saying. */
const SETTLED = 1_000;

const SERVICE: Partial<Readonly<Record<ServiceState, string>>> = {
  offline: "The council's service does not answer.",
  online: "The council's service answers.",
  failed: "The council's service answers with faults.",
};

export interface Announcements {
  /** What a screen reader is to say next. */
  readonly announcement: ReadonlySignal<string>;
  readonly stop: () => void;
}

/** Says what changes by itself: how many findings there are, and whether the service answers. */
export function announce(
  model: Pick<PaneModel, "findings" | "current" | "checked" | "service">,
  settled = SETTLED,
): Announcements {
  const announcement = signal("");
  let before: { readonly list: string; readonly tally: Tally } | undefined;
  const stopFindings = effect(() => {
    const [findings, list] = [model.findings.value, model.current.value?.key];
    if (list === undefined || !model.checked.value) return undefined;
    const timer = setTimeout(() => {
      const tally = severityCounts(findings);
      announcement.value =
        changeSentence(before?.list === list ? before.tally : undefined, tally) ?? announcement.value;
      before = { list, tally };
    }, settled);
    return () => {
      clearTimeout(timer);
    };
  });
  let state = untracked(() => model.service.state.value);
  const stopService = effect(() => {
    const now = model.service.state.value;
    if (now === state) return;
    state = now;
    announcement.value = SERVICE[now] ?? announcement.peek();
  });
  return {
    announcement,
    stop: () => {
      stopFindings();
      stopService();
    },
  };
}
