import { effect, signal, untracked, type ReadonlySignal } from "@preact/signals";
import type { Desk } from "../model/api.ts";
import type { ServiceState } from "../service/api.ts";
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
  readonly said: ReadonlySignal<string>;
  readonly stop: () => void;
}

/** Says what changes by itself: how many findings there are, and whether the service answers. */
export function announce(
  desk: Pick<Desk, "findings" | "current" | "checked" | "service">,
  settled = SETTLED,
): Announcements {
  const said = signal("");
  let before: { readonly list: string; readonly tally: Tally } | undefined;
  const stopFindings = effect(() => {
    const [findings, list] = [desk.findings.value, desk.current.value?.key];
    if (list === undefined || !desk.checked.value) return undefined;
    const timer = setTimeout(() => {
      const tally = severityCounts(findings);
      said.value = changeSentence(before?.list === list ? before.tally : undefined, tally) ?? said.value;
      before = { list, tally };
    }, settled);
    return () => {
      clearTimeout(timer);
    };
  });
  let state = untracked(() => desk.service.state.value);
  const stopService = effect(() => {
    const now = desk.service.state.value;
    if (now === state) return;
    state = now;
    said.value = SERVICE[now] ?? said.peek();
  });
  return {
    said,
    stop: () => {
      stopFindings();
      stopService();
    },
  };
}
