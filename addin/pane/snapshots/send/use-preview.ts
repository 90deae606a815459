import { useSignal, useSignalEffect, type Signal } from "@preact/signals";
import type { Preview } from "../../../sending/sender.ts";
import { DisplayError } from "../../../service/service.ts";
import { WorkbookProblem } from "../../../workbook/workbook.ts";
import { chosenMonth, chosenTeam, type SnapshotChoice } from "../choice.ts";
import type { PaneModel } from "../../../model/pane-model.ts";

export type PreviewState =
  | { readonly is: "none" }
  | { readonly is: "working" }
  | { readonly is: "ready"; readonly preview: Preview }
  | { readonly is: "failed"; readonly sentence: string };

const FAULT = "What would be sent could not be worked out because of a fault in this add-in. Try again.";

const sentenceOf = (error: unknown): string =>
  error instanceof DisplayError || error instanceof WorkbookProblem ? error.message : FAULT;

/** The preview of what is chosen; it is put away as soon as the choice or the list is another. */
export function usePreview(model: PaneModel, choice: SnapshotChoice, asOf: Signal<string>) {
  const prepared = useSignal<PreviewState>({ is: "none" });
  const made = useSignal<readonly unknown[]>([]);
  useSignalEffect(() => {
    // Whatever a preview is made from: with another, it is no longer true.
    made.value = [chosenTeam(model, choice), chosenMonth(model, choice), asOf.value, model.checked.value];
    prepared.value = { is: "none" };
  });
  const prepare = async (team: string, month: string): Promise<void> => {
    const from = made.peek();
    prepared.value = { is: "working" };
    const found = await model.sending.preview(team, month, asOf.peek() === "" ? undefined : asOf.peek()).then(
      (preview): PreviewState => ({ is: "ready", preview }),
      (error: unknown): PreviewState => ({ is: "failed", sentence: sentenceOf(error) }),
    );
    if (made.peek() === from) prepared.value = found;
  };
  return { prepared, prepare };
}
