import { describe, expect, it } from "vitest";
import { columnName } from "../../xlsx/addresses.ts";
import { mapHeaders } from "../../rules/headers.ts";
import { kentTrial2024 } from "../../rules/policies/index.ts";
import { readService } from "../../rules/read.ts";
import { termsOf } from "../../rules/terms.ts";
import { VERDICT_STYLES } from "../../tools/sample/look.ts";
import { sampleWorkbook } from "../../tools/sample/workbook.ts";
import { cases, column, staff, workbook } from "./read-sample.ts";

const terms = termsOf(kentTrial2024);

/** The cells that a name stands for. */
function listNamed(name: string): unknown[] {
  const [, sheetName, letters, first, last] =
    /^'(.+)'!\$([A-Z]+)\$(\d+):\$\2\$(\d+)$/.exec(workbook.names.get(name) ?? "") ?? [];
  const sheet = workbook.sheets.find((one) => one.name === sheetName);
  return (sheet?.rows ?? [])
    .slice(Number(first) - 1, Number(last))
    .map((row) => row.find((_, at) => columnName(at) === letters));
}

const known: [name: string, isKnown: (text: string) => boolean, count: number][] = [
  ["StatusList", (text) => terms.statuses(text).length === 1, 9],
  ["StatusCodes", (text) => terms.statuses(text)[0] === text, 9],
  ["RoleList", (text) => terms.role(text) !== undefined, kentTrial2024.roles.length],
  ["TeamList", (text) => terms.team(text) !== undefined, 13],
  ["ServiceList", (text) => typeof readService(text) === "string", 5],
];

describe("The sample's lists", () => {
  it.each(known)("offer in %s only what the rules understand", (name, isKnown, count) => {
    const items = listNamed(name);
    expect(items).toHaveLength(count);
    expect(items.filter((item) => typeof item !== "string" || !isKnown(item))).toEqual([]);
  });

  it("offer every practitioner where a person is asked for", () => {
    expect(listNamed("PractitionerList")).toEqual(column(staff, "Name"));
  });

  it("stand behind every cell that has one, warning of an unlisted person and refusing an unlisted team", () => {
    const [sheet] = sampleWorkbook().sheets;
    const validations = new Map((sheet?.validations ?? []).map((one) => [one.range.replace(/\d.*/, ""), one]));
    const columnOf = (field: "lead" | "team" | "status" | "leadFrom") =>
      columnName(mapHeaders(cases.headers).columns.get(field) ?? -1);
    expect(validations.get(columnOf("lead"))).toMatchObject({
      allow: { formula: "PractitionerList" },
      error: { isAdvice: true },
    });
    expect(validations.get(columnOf("status"))).toMatchObject({ allow: { formula: "StatusList" } });
    expect(validations.get(columnOf("team"))?.error.isAdvice).toBeUndefined();
    expect(validations.get(columnOf("leadFrom"))).toMatchObject({ allow: { kind: "date", from: 32_874, to: 73_415 } });
  });
});

const luminance = (colour: string): number => {
  const [r = 0, g = 0, b = 0] = [0, 2, 4].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};

describe("A verdict's colours", () => {
  it.each(Object.entries(VERDICT_STYLES))("can be read: %s", (_verdict, { font, fill }) => {
    const [light = 0, dark = 0] = [luminance(fill ?? "FFFFFF"), luminance(font?.colour ?? "000000")].sort(
      (a, b) => b - a,
    );
    expect((light + 0.05) / (dark + 0.05)).toBeGreaterThanOrEqual(4.5);
  });
});
