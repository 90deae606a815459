import { showDay } from "../../rules/dates.ts";
import { headerOf, type FieldId } from "../../rules/fields.ts";
import { keyOf, SEVERITIES, SHOWN_AS, type Verdict } from "../../rules/finding.ts";
import { count } from "../../rules/text.ts";
import { mappingOf } from "./as-data.ts";
import type { CheckedSheet, CheckedWorkbook } from "./check-workbook.ts";
import { groupsOf, type Group, type Place } from "./groups.ts";
import { notesOf } from "./notes.ts";

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
    `${SHOWN_AS[finding.severity]}  ${keyOf(finding)}`,
    `  ${finding.message}`,
    `  Next: ${finding.nextStep}`,
    ...[...shown, ...more].map((place, index) => `  ${index === 0 ? "Where:" : "      "} ${place}`),
    "",
  ];
}

function sheetLines(sheet: CheckedSheet, workbook: CheckedWorkbook): string[] {
  const { allocations, checked, name } = sheet;
  const rows = checked.rows.filter((row) => row !== undefined).length;
  const counts = VERDICTS.map((verdict) => `${SHOWN_AS[verdict]} ${checked.counts[verdict]}`).join(", ");
  const mapping = Object.entries(mappingOf(sheet)).map(([field, header]) => {
    const standard = headerOf(field as FieldId);
    return standard === header ? header : `${header} = ${standard}`;
  });
  const { coverage } = checked;
  return [
    `Sheet '${name}'${allocations.table === undefined ? "" : `, table ${allocations.table}`}, headers in row ${allocations.headerRow}: ${count(rows, "row")}`,
    `  ${counts}`,
    `  Columns: ${mapping.join("; ")}`,
    ...(allocations.mapping.unmapped.length > 0 ? [`  Not read: ${allocations.mapping.unmapped.join("; ")}`] : []),
    ...notesOf(sheet, workbook).map((note) => `  ${note}`),
    `  ${coverage.summary}`,
    ...coverage.notChecked.map(({ line }) => `    ${line}`),
    "",
  ];
}

/** What the command prints for a person: what was used, the findings worst first, and what could not be checked. */
export function asText(file: string, workbook: CheckedWorkbook): string {
  const { asOf, policy, sheets } = workbook;
  const groups = groupsOf(sheets);
  const lines = [
    `${file}: checked as of ${showDay(asOf.value)} (${asOf.from}) with the policy '${policy.value.title}' (${policy.from})`,
    "'Clear' means that no rule was broken on the data given; it does not mean that a child is safe.",
    "",
    ...groups.slice(0, MOST_GROUPS).flatMap(groupLines),
    ...(groups.length > MOST_GROUPS
      ? [`And ${groups.length - MOST_GROUPS} further findings; --json gives them all.`, ""]
      : []),
    ...sheets.flatMap((sheet) => sheetLines(sheet, workbook)),
  ];
  return lines.join("\n").replace(CONTROLS, "?").trimEnd();
}
