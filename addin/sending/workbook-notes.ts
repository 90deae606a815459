import { computed, signal } from "@preact/signals-core";
import type { InputsStore } from "../checking/check-inputs.ts";
import type { Workbook } from "../workbook/workbook.ts";
import type { Receipt } from "../../client/snapshots.ts";
import { newestReceipts } from "./receipts.ts";

/**
 * What the workbook itself keeps of its snapshots: receipts, and which unfinished uploads are of its lists. The second
 * tells it from every other workbook in the same browser, whose lists are never sent in the place of these.
 */
export function workbookNotes(workbook: Pick<Workbook, "keepSent">, store: InputsStore) {
  const fresh = signal<readonly Receipt[]>([]);
  const begun = new Map<string, string>();
  let writing: Promise<unknown> = Promise.resolve();

  /** One write after the other, so that none undoes what another has just kept. */
  function write(change: Parameters<Workbook["keepSent"]>[0]): Promise<void> {
    const written = writing.then(() => workbook.keepSent(change));
    writing = written.catch(() => undefined);
    return written;
  }
  const without = (unsent: Readonly<Record<string, string>> = {}, keys: readonly string[]): Record<string, string> =>
    Object.fromEntries(Object.entries(unsent).filter(([key]) => !keys.includes(key)));

  return {
    receipts: computed(() => newestReceipts([...(store.workbook.value.choices.receipts ?? []), ...fresh.value])),
    /** The key of the list that an upload is of; undefined where it was not begun in this workbook. */
    listOf: (key: string): string | undefined => begun.get(key) ?? store.workbook.peek().choices.unsent?.[key],
    /** Notes an upload in the place of others. A workbook that cannot be written to is no reason not to send. */
    begin(key: string, listKey: string, instead: readonly string[] = []): void {
      begun.set(key, listKey);
      void write(({ receipts, unsent }) => ({
        ...(receipts && { receipts }),
        unsent: { ...without(unsent, instead), [key]: listKey },
      })).catch(() => undefined);
    },
    forget(key: string): void {
      begun.delete(key);
      void write(({ receipts, unsent }) => ({ ...(receipts && { receipts }), unsent: without(unsent, [key]) })).catch(
        () => undefined,
      );
    },
    /** Keeps a receipt and takes its upload away; false where the workbook cannot be written to. */
    async received(receipt: Receipt, key: string): Promise<boolean> {
      fresh.value = newestReceipts([...fresh.peek(), receipt]);
      return write(({ receipts = [], unsent }) => ({
        receipts: newestReceipts([...receipts, receipt]),
        unsent: without(unsent, [key]),
      })).then(
        () => true,
        () => false,
      );
    },
  };
}

export type WorkbookNotes = ReturnType<typeof workbookNotes>;
