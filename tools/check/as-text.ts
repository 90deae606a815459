import { headerOf, type FieldId } from "../../rules/fields.ts";
import { acceptedInWords, keyOf, SEVERITIES, SHOWN_AS, type Verdict } from "../../rules/finding.ts";
import { count } from "../../rules/text.ts";
import { mappingOf } from "./as-data.ts";
import { inputsInWords } from "../../rules/workbook/inputs-in-words.ts";
import { notesOnPolicy } from "../../rules/workbook/notes-on-policy.ts";
import type { CheckedList } from "../../rules/workbook/check-workbook.ts";
import { leftOut, notesOnColumns, notesOnList, notesOnRegister, notesOnSheets } from "../../rules/workbook/notes.ts";
import type { CheckedFile } from "./check-file.ts";
import { noteOnMonth } from "./month-note.ts";
import { groupsOf, type Group, type Place } from "./groups.ts";

/** How many places and findings a screen is given; `--json` gives all. */
const MOST_PLACES = 12;
const MOST_GROUPS = 300;

const VERDICTS: readonly Verdict[] = [...[...SEVERITIES].reverse(), "clear"];

/** What a cell says may hold control characters that a terminal would obey. */
const CONTROLS = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g;

function placeOf({ sheet, row, cell, childRef }: Place): string {
  if (row === undefined) return `'${sheet}', the sheet as a whole`;
  return `'${sheet}'!${cell} (row ${row}${childRef === "" ? "" : `, ${childRef}`})`;
}

function groupLines({ finding, places }: Group): string[] {
  const shown = places.slice(0, MOST_PLACES).map(placeOf);
  const more = places.length > MOST_PLACES ? [`and ${places.length - MOST_PLACES} more`] : [];
  return [
    `${SHOWN_AS[finding.severity]}  ${keyOf(finding)}${finding.accepted ? `, ${acceptedInWords(finding.accepted)}` : ""}`,
    `  ${finding.message}`,
    ...(finding.accepted ? [] : [`  Next: ${finding.nextStep}`]),
    ...[...shown, ...more].map((place, index) => `  ${index === 0 ? "Where:" : "      "} ${place}`),
    "",
  ];
}

function listLines({ list, checked, together }: CheckedList, { lists, inputs }: CheckedFile): string[] {
  const { allocations, sheet } = list;
  const rows = checked.rows.filter((row) => row !== undefined).length;
  const counts = VERDICTS.map((verdict) => `${SHOWN_AS[verdict]} ${checked.counts[verdict]}`).join(", ");
  const mapping = Object.entries(mappingOf(list)).map(([field, header]) => {
    const standard = headerOf(field as FieldId);
    return standard === header ? header : `${header} = ${standard}`;
  });
  const { coverage } = checked;
  const notes = [
    ...noteOnMonth(list, inputs.asOf),
    ...notesOnList(
      list,
      lists.map((other) => other.list),
      together,
      inputs,
    ),
    ...notesOnColumns(list, inputs),
  ];
  return [
    `Sheet '${sheet}'${allocations.table === undefined ? "" : `, table ${allocations.table}`}, headers in row ${allocations.headerRow}: ${count(rows, "row")}`,
    `  ${counts}`,
    `  Columns: ${mapping.join("; ")}`,
    ...(allocations.mapping.unmapped.length > 0 ? [`  Not read: ${allocations.mapping.unmapped.join("; ")}`] : []),
    ...notes.map((note) => `  ${note}`),
    `  ${coverage.summary}`,
    ...coverage.notChecked.map(({ line }) => `    ${line}`),
    "",
  ];
}

/** What the command prints for a person: what was used, the findings worst first, and what could not be checked. */
export function asText(name: string, file: CheckedFile): string {
  const groups = groupsOf(file.lists);
  const lines = [
    `${name}: ${inputsInWords(file.inputs)}`,
    "'Clear' means that no rule was broken on the data given; it does not mean that a child is safe.",
    ...[
      ...file.problems,
      ...notesOnPolicy(file.found.policyTable, file.inputs),
      ...notesOnRegister(file.found),
      ...notesOnSheets(file.found),
      ...leftOut(file.found),
    ],
    "",
    ...groups.slice(0, MOST_GROUPS).flatMap(groupLines),
    ...(groups.length > MOST_GROUPS
      ? [`And ${groups.length - MOST_GROUPS} further findings; --json gives them all.`, ""]
      : []),
    ...file.lists.flatMap((one) => listLines(one, file)),
  ];
  return lines.join("\n").replace(CONTROLS, "?").trimEnd();
}
