import { headerOf, type FieldId } from "../fields.ts";
import { textOf, typed } from "../read.ts";
import { fold, list as inWords } from "../text.ts";
import type { FoundList } from "./found.ts";

/** What a verdict rests on first: a second column that says otherwise is more than a note. */
const WEIGHTY: ReadonlySet<FieldId> = new Set(["status", "lead"]);

/** So many rows are named; the rest are counted. */
const MOST = 12;

/** Second columns of statuses or leads, read by nobody, that say otherwise than the one that was read: each with its rows. */
export const otherwiseInWords = ({
  sheet,
  allocations: { headers, mapping, rows, rowNumbers },
}: Pick<FoundList, "sheet" | "allocations">): string[] =>
  mapping.clashes.flatMap(({ column, header, field }) => {
    const used = Number(mapping.columns.get(field));
    const differ = rowNumbers.filter((_, at) => {
      const other = typed(rows[at]?.[column]);
      return other !== "" && fold(other) !== fold(typed(rows[at]?.[used]));
    });
    if (!WEIGHTY.has(field) || differ.length === 0) return [];
    const more = differ.length > MOST ? ` and ${differ.length - MOST} more` : "";
    return [
      `On the sheet '${sheet}' the columns '${textOf(headers[used])}' and '${header}' could both be '${headerOf(field)}' and differ in ${differ.length === 1 ? "row" : "rows"} ${more === "" ? inWords(differ) : differ.slice(0, MOST).join(", ") + more}; only '${textOf(headers[used])}' was read. Say in the pane which of them counts, or rename the other.`,
    ];
  });
