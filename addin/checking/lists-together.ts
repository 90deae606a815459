import { computed, type ReadonlySignal } from "@preact/signals-core";
import type { OtherList } from "../../rules/other-lists.ts";
import { sheetOf } from "../../rules/workbook/check-workbook.ts";
import { belonging, othersOf, type PlacedSheet } from "../../rules/workbook/together.ts";
import type { WorkbookList } from "../workbook/workbook.ts";
import type { CheckInputs } from "./check-inputs.ts";

/** The lists that belong with one. */
export interface Beside {
  /** What a check looks at besides: the very same object as long as none of them has changed. */
  readonly others: readonly OtherList[];
  /** Their indices among the lists of the workbook. */
  readonly together: readonly number[];
}

export type ListsTogether = (list: WorkbookList) => Beside;

const NONE: Beside = { others: [], together: [] };

const isSame = (a: readonly OtherList[], b: readonly OtherList[]): boolean =>
  a.length === b.length && a.every(({ sheet }, at) => sheet === b[at]?.sheet);

/** Follows which lists of a workbook belong together. */
export function listsTogether(
  lists: ReadonlySignal<readonly WorkbookList[]>,
  inputs: ReadonlySignal<CheckInputs>,
): ReadonlySignal<ListsTogether> {
  // A list that was not edited stays the same sheet, so that whoever looks at it beside another need not check again.
  let sheets = new Map<WorkbookList, { readonly by: CheckInputs; readonly placed: PlacedSheet }>();
  let last = new Map<string, Beside>();
  const placedOf = (list: WorkbookList, by: CheckInputs): PlacedSheet => {
    const known = sheets.get(list);
    return known?.by === by ? known.placed : { sheet: sheetOf(list, by), name: list.sheet };
  };
  return computed(() => {
    const [all, by] = [lists.value, inputs.value];
    if (all.length < 2) return () => NONE;
    const pairs = all.map((list) => ({ list, placed: placedOf(list, by) }));
    const placed = pairs.map((pair) => pair.placed);
    sheets = new Map(pairs.map((pair) => [pair.list, { by, placed: pair.placed }]));
    const found = belonging(placed, by.belonging);
    last = new Map(
      pairs.map((pair, at): [string, Beside] => {
        const together = found[at] ?? [];
        const others = othersOf(
          pair.placed,
          together.flatMap((other) => placed[other] ?? []),
        );
        const before = last.get(pair.list.key);
        return [pair.list.key, { together, others: before && isSame(others, before.others) ? before.others : others }];
      }),
    );
    const of = last;
    return ({ key }: WorkbookList) => of.get(key) ?? NONE;
  });
}

/** What a list is checked with: the same object as long as neither that nor the lists beside it have changed. */
export function withOthers() {
  let last:
    { readonly of: CheckInputs; readonly others: readonly OtherList[]; readonly inputs: CheckInputs } | undefined;
  return (of: CheckInputs, { others }: Beside): CheckInputs => {
    if (others.length === 0) return of;
    if (last?.of !== of || last.others !== others) last = { of, others, inputs: { ...of, others } };
    return last.inputs;
  };
}
