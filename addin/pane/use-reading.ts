import { useComputed, type ReadonlySignal } from "@preact/signals";
import type { Desk } from "../model/api.ts";
import { Reading } from "./reading.ts";

/** The current list as facts; worked out anew only when a screen that shows some asks after a change. */
export const useReading = (desk: Desk): ReadonlySignal<Reading | undefined> =>
  useComputed(() => {
    const [list, mapping] = [desk.current.value, desk.mapping.value];
    return list && mapping && new Reading(list, mapping, desk.basis.value);
  });
