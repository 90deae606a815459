import type { CellModel, SheetModel } from "../../xlsx/writing/model.ts";
import { SHOWN_AS } from "../../rules/finding.ts";
import { LISTS, LISTS_ROW, LISTS_SHEET } from "./lists.ts";
import { VERDICTS } from "./look.ts";
import { MEANS, NOTES } from "./notes.ts";

const heading = (value: string): CellModel[] => [{ value, style: "title" }];

/** How the workbook works and what the verdicts mean; under that, side by side, what the drop-down lists offer. */
export function listsSheet(): SheetModel {
  const longest = Math.max(...LISTS.map(({ items }) => items.length));
  const lists = Array.from({ length: longest }, (_, row): CellModel[] => LISTS.map(({ items }) => cellOf(items[row])));
  const verdicts = VERDICTS.map((verdict): CellModel[] => [
    { value: SHOWN_AS[verdict], style: verdict },
    MEANS[verdict],
  ]);
  const above = [
    heading("How this works"),
    ...NOTES.map((note): CellModel[] => [note]),
    [],
    heading("What the verdicts mean"),
    ...verdicts,
    [],
    heading("What the lists offer"),
  ];
  return {
    name: LISTS_SHEET,
    tabColour: "7F7F7F",
    columns: LISTS.map(({ width }) => ({ width })),
    rows: [...above, LISTS.map(({ header }) => ({ value: header, style: "header" })), ...lists],
    rowHeights: { 0: 24, [NOTES.length + 2]: 24, [LISTS_ROW - 1]: 24, [LISTS_ROW]: 20 },
    print: { orientation: "portrait", pagesWide: 1 },
  };
}

function cellOf(item: string | number | undefined): CellModel {
  if (item === undefined) return "";
  return { value: item, style: typeof item === "number" ? "number" : "text" };
}
