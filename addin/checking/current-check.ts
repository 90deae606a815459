import { computed, effect, signal, type ReadonlySignal } from "@preact/signals-core";
import { check, checkInSteps, type Checked } from "../../rules/check.ts";
import { mapHeaders, type Mapping } from "../../rules/headers.ts";
import type { Cell } from "../../rules/read.ts";
import type { CheckInputs } from "./check-inputs.ts";
import { yieldToPage } from "./yield-to-page.ts";
import type { WorkbookList } from "../workbook/workbook.ts";
import { sheetOf } from "../../rules/workbook/check-workbook.ts";
import { suggestedBy } from "../../rules/workbook/suggestions.ts";

/** A list with what was found of it, as it stood when it was checked. */
export interface CheckedList {
  readonly list: WorkbookList;
  readonly mapping: Mapping;
  readonly checked: Checked;
}

/** From so many rows on a check is worked out a few rows at a time, so that the page goes on drawing and answers clicks. */
export const LONG = 5_000;
const ROWS_A_STEP = 500;

/** What each row of headers was mapped to last: an edited cell below it changes nothing in that. */
const mapped = new WeakMap<readonly Cell[], { readonly chosen: CheckInputs["chosen"]; readonly mapping: Mapping }>();

/** Which column of a list is which field, with what to suggest by headers and cells. */
export function mappingOf(
  { allocations: { headers, rows } }: Pick<WorkbookList, "allocations">,
  { chosen }: CheckInputs,
): Mapping {
  const known = mapped.get(headers);
  if (known?.chosen === chosen) return known.mapping;
  const mapping = mapHeaders(headers, chosen, suggestedBy(rows));
  mapped.set(headers, { chosen, mapping });
  return mapping;
}

/**
 * Checks the list that is looked at whenever it or what it is checked with changes. A long list shows what was found before until the
 * new check is done; a check that has been overtaken is dropped.
 */
export function currentCheck(
  current: ReadonlySignal<WorkbookList | undefined>,
  inputs: ReadonlySignal<CheckInputs>,
  pause = yieldToPage,
): ReadonlySignal<CheckedList | undefined> {
  const last = signal<CheckedList | undefined>(undefined);
  let newest = 0;

  async function checkLong(list: WorkbookList, by: CheckInputs): Promise<void> {
    newest += 1;
    const mine = newest;
    const steps = checkInSteps(sheetOf(list, by), by, ROWS_A_STEP);
    let step = steps.next();
    while (step.done !== true) {
      await pause();
      if (mine !== newest) return;
      step = steps.next();
    }
    last.value = { list, mapping: mappingOf(list, by), checked: step.value };
  }

  const isLong = (list: WorkbookList): boolean => list.allocations.rows.length >= LONG;
  effect(() => {
    const list = inputs.value.refusal === undefined ? current.value : undefined;
    if (list && isLong(list)) void checkLong(list, inputs.value);
    else newest += 1;
  });
  return computed(() => {
    const list = current.value;
    if (!list || inputs.value.refusal !== undefined) return undefined;
    if (isLong(list)) return last.value?.list.key === list.key ? last.value : undefined;
    return { list, mapping: mappingOf(list, inputs.value), checked: check(sheetOf(list, inputs.value), inputs.value) };
  });
}
