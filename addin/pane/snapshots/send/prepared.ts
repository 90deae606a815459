import { useSignal, useSignalEffect, type Signal } from "@preact/signals";
import type { Preview } from "../../../sending/api.ts";
import { NotAnswered } from "../../../service/api.ts";
import { WorkbookProblem } from "../../../workbook/api.ts";
import { chosenMonth, chosenTeam, type SnapshotChoice } from "../choice.ts";
import type { Desk } from "../../../model/api.ts";

export type Prepared =
  | { readonly is: "none" }
  | { readonly is: "working" }
  | { readonly is: "ready"; readonly preview: Preview }
  | { readonly is: "failed"; readonly sentence: string };

const FAULT = "What would be sent could not be worked out because of a fault in this add-in. Try again.";

const sentenceOf = (error: unknown): string =>
  error instanceof NotAnswered || error instanceof WorkbookProblem ? error.message : FAULT;

/** The preview of what is chosen; it is put away as soon as the choice or the list is another. */
export function usePreview(desk: Desk, choice: SnapshotChoice, asOf: Signal<string>) {
  const prepared = useSignal<Prepared>({ is: "none" });
  const made = useSignal<readonly unknown[]>([]);
  useSignalEffect(() => {
    // Whatever a preview is made from: with another, it is no longer true.
    made.value = [chosenTeam(desk, choice), chosenMonth(desk, choice), asOf.value, desk.checked.value];
    prepared.value = { is: "none" };
  });
  const prepare = async (team: string, month: string): Promise<void> => {
    const from = made.peek();
    prepared.value = { is: "working" };
    const found = await desk.sending.preview(team, month, asOf.peek() === "" ? undefined : asOf.peek()).then(
      (preview): Prepared => ({ is: "ready", preview }),
      (error: unknown): Prepared => ({ is: "failed", sentence: sentenceOf(error) }),
    );
    if (made.peek() === from) prepared.value = found;
  };
  return { prepared, prepare };
}
