import { list as inWords } from "../../rules/text.ts";
import type { CheckedList } from "../../rules/workbook/check-workbook.ts";
import type { CheckedFile } from "./check-file.ts";

const WHY = {
  asked: "as the command says",
  workbook: "as the workbook says",
  refs: "by the child refs that they have in common",
} as const;

const named = ({ list }: CheckedList): string => `'${list.place}'`;

/** How a list stands to the others of its workbook, and who says so. */
export function belongingLine(one: CheckedList, { lists, inputs }: CheckedFile): string[] {
  if (lists.length < 2) return [];
  const others = lists.filter((other) => other !== one);
  const parts = others.filter((other) => one.together.includes(lists.indexOf(other)));
  const apart = others.filter((other) => !parts.includes(other));
  const why = WHY[inputs.from.belonging];
  return [
    ...(parts.length > 0 ? [`Looked at together with ${inWords(parts.map(named))}, ${why}.`] : []),
    ...(apart.length > 0 ? [`Looked at apart from ${inWords(apart.map(named))}, ${why}.`] : []),
  ];
}
