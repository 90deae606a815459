import { useComputed, type ReadonlySignal } from "@preact/signals";
import type { PaneModel } from "../model/pane-model.ts";
import { ListReader } from "./list-reader.ts";

/** The current list as facts; worked out anew only when a screen that shows some asks after a change. */
export const useListReader = (model: PaneModel): ReadonlySignal<ListReader | undefined> =>
  useComputed(() => {
    const [list, mapping] = [model.current.value, model.mapping.value];
    return list && mapping && new ListReader(list, mapping, model.inputs.value);
  });
