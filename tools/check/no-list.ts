import { headerOf } from "../../rules/fields.ts";
import type { FoundInWorkbook } from "../../rules/workbook/found.ts";
import { notesOnSheets } from "../../rules/workbook/notes.ts";
import type { HeaderCandidate, HeaderQuestion } from "../../rules/workbook/header-question.ts";

const NEEDED =
  "A list of allocations has a row of headers with a child ref or a lead professional and two more known columns, such as 'Child ref', 'Lead professional' and 'Case status'.";

/** What was known of a row of headers, and what it lacked. */
function knownIn({ columns }: HeaderCandidate): string {
  const known = columns.flatMap(({ header, field }) => (field ? [`${header} = ${headerOf(field)}`] : []));
  const guessed = columns.flatMap(({ header, suggestion }) =>
    suggestion ? [`${header} = ${headerOf(suggestion)}?`] : [],
  );
  const others = columns.flatMap(({ header, field, suggestion }) => ((field ?? suggestion) ? [] : [header]));
  const fields = new Set(columns.flatMap(({ field }) => field ?? []));
  const lacks =
    fields.has("childRef") || fields.has("lead")
      ? `${3 - fields.size} more known`
      : "a child ref or a lead, and more known";
  return [
    `  known: ${known.length > 0 ? known.join("; ") : "none"}`,
    ...(guessed.length > 0 ? [`  perhaps: ${guessed.join("; ")}`] : []),
    ...(others.length > 0 ? [`  not known: ${others.join("; ")}`] : []),
    `  lacking: ${lacks} columns`,
  ].join("\n");
}

const about = ({ sheet, candidates: [best] }: HeaderQuestion): string =>
  `Sheet '${sheet}', headers taken from row ${best.row}:\n${knownIn(best)}`;

/** Why no list was found, with the rows that were taken for headers. */
export const noList = (found: Pick<FoundInWorkbook, "questions" | "hiddenSheets" | "noLists">): string =>
  [
    `No table here looks like allocations. ${NEEDED}`,
    ...found.questions.map(about),
    ...(found.questions.length > 0
      ? [
          "Rename these headers, or open the workbook in Excel with Lead Professional, or in the workbench, and say there which columns they are.",
        ]
      : []),
    ...notesOnSheets(found),
  ].join("\n");
