import { list as inWords } from "../text.ts";
import type { CheckInputs } from "./check-inputs.ts";
import type { FoundList } from "./found.ts";

const WHY: Readonly<Record<CheckInputs["from"]["belonging"], string>> = {
  asked: "as the command says",
  workbook: "as the workbook says",
  refs: "by the child refs that they have in common",
};

const named = ({ place }: Pick<FoundList, "place">): string => `'${place}'`;

/** How a list stands to the others of its workbook, and who says so; `together` are those that belong with it. */
export function belongingInWords(
  others: readonly Pick<FoundList, "place">[],
  together: ReadonlySet<Pick<FoundList, "place">>,
  { from }: Pick<CheckInputs, "from">,
): string[] {
  const parts = others.filter((other) => together.has(other));
  const apart = others.filter((other) => !together.has(other));
  const why = WHY[from.belonging];
  return [
    ...(parts.length > 0 ? [`Looked at together with ${inWords(parts.map(named))}, ${why}.`] : []),
    ...(apart.length > 0 ? [`Looked at apart from ${inWords(apart.map(named))}, ${why}.`] : []),
  ];
}
