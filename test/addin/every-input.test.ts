import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { INPUTS, type Expected } from "./support/expected-of-inputs.ts";
import { NOT_CALCULATED, REFUSED } from "./support/odd-inputs.ts";
import { openInput, type OpenInput } from "./support/open-input.ts";
import { byCell, byCommand, byPane, verdicts, type ByCommand } from "./support/three-ways.ts";

/** What is said of a sheet as a whole and is advice. */
const ADVICE = new Set(["LP-31/undated", "LP-33/registration-undated"]);

type Shown = Pick<ByCommand, "lists" | "notes" | "asOf">;

const shownIn = ({ lists }: Pick<ByCommand, "lists">): string[] =>
  lists.map(({ sheet, rows }) => `${sheet} ${rows.size}`);

const found = ({ lists }: Pick<ByCommand, "lists">, place: string): readonly (readonly string[])[] => {
  const at = place.lastIndexOf(" ");
  return lists.flatMap(({ sheet, rows }) => {
    const row = sheet === place.slice(0, at) ? rows.get(Number(place.slice(at + 1))) : undefined;
    return row ? [row] : [];
  });
};

function holds(shown: Shown, { lists, finds = {}, refs = {}, verdicts: shows = {}, ...expected }: Expected): void {
  const { never = [], says = [], onSheet = [], asOf, today } = expected;
  expect(shownIn(shown)).toEqual(lists);
  expect(shown.asOf).toEqual(asOf ?? today);
  for (const [place, key] of Object.entries(finds)) {
    const keys = found(shown, place).flatMap(([, , all]) => (all ?? "").split(" "));
    if (key === "-") expect([place, ...keys]).toEqual([place, ""]);
    else expect([place, ...keys]).toContain(key);
  }
  for (const [place, ref] of Object.entries(refs)) expect([place, found(shown, place)[0]?.[0]]).toEqual([place, ref]);
  for (const [place, verdict] of Object.entries(shows))
    expect([place, found(shown, place)[0]?.[1]]).toEqual([place, verdict]);
  const all = new Set(shown.lists.flatMap(({ rows }) => [...rows.values()].flatMap(([, , keys]) => keys.split(" "))));
  expect([...all].filter((key) => never.some((one) => key.startsWith(one)))).toEqual([]);
  const isSaid = (words: string | RegExp) => (note: string) =>
    typeof words === "string" ? note === words : words.test(note);
  for (const words of says) expect([words, shown.notes.some(isSaid(words))]).toEqual([words, true]);
  const sheets = shown.lists.flatMap((one) => one.onSheet);
  for (const key of onSheet) expect(sheets).toContain(key);
}

/** What LP.CHECK shows is what the pane says; a table's formula is given the table alone, so what stands below it has no cell beside it. */
function agreesInCells(opened: OpenInput, shown: Pick<Shown, "lists">): void {
  const cells = byCell(opened);
  for (const [at, list] of shown.lists.entries()) {
    const { last, rows } = cells[at] ?? { last: 0, rows: new Map<number, string>() };
    expect(rows).toEqual(new Map([...verdicts(list)].filter(([number]) => number <= last)));
  }
}

describe.each(INPUTS)("%s", (name, expected) => {
  const { today, policy, code } = expected;

  test(`as of ${today}, the command line shows what it must`, () => {
    const shown = byCommand(name, today, policy);
    expect([shown.code, shown.err]).toEqual([code, ""]);
    holds(shown, expected);
  });

  test(`as of ${today}, the pane shows the same, row by row, and LP.CHECK beside each row what the pane says`, async () => {
    const opened = await openInput(name, { today, ...(policy === undefined ? {} : { policy }) });
    const [shown, command] = [byPane(opened), byCommand(name, today, policy)];
    holds(shown, expected);
    expect(shown.lists).toEqual(command.lists);
    const hasBreach = shown.lists.some(
      ({ rows, onSheet }) =>
        [...rows.values()].some(([, verdict]) => verdict !== "Clear" && verdict !== "Advice") ||
        onSheet.some((key) => !ADVICE.has(key)),
    );
    expect(hasBreach || shown.leavesRowsOut ? 1 : 0).toBe(code);
    agreesInCells(opened, shown);
  });
});

describe.each(NOT_CALCULATED)("%s", (name, expected, inExcel) => {
  test("is said by the command line, whose verdicts do not rest on it; no row vanishes", () => {
    const shown = byCommand(name, expected.today);
    expect([shown.code, shown.err]).toEqual([expected.code, ""]);
    holds(shown, expected);
  });

  test("has the same rows in the pane and beside them", async () => {
    const opened = await openInput(name, { today: expected.today, calculated: inExcel });
    const shown = byPane(opened);
    expect(shownIn(shown)).toEqual(expected.lists);
    agreesInCells(opened, shown);
  });
});

describe.each(REFUSED)("%s", (name, sentence) => {
  test("is refused with a sentence", async () => {
    const { code, err, lists } = byCommand(name, "2026-11-26");
    expect([code, lists]).toEqual([2, []]);
    expect(err).toMatch(sentence);
    expect(err).not.toContain("password");
    if (name !== "48h-checkdate") return;
    const { model, cellsOf } = await openInput(name, { today: "2026-11-26" });
    expect(model.checked.value).toBeUndefined();
    expect(model.problems.value.join(" ")).toMatch(sentence);
    const [list] = model.lists.value;
    expect(() => list && cellsOf(list)).toThrow("LP_CheckDate");
  });
});

test("every workbook of the folder is looked at", () => {
  const folder = new URL("../inputs/", import.meta.url);
  const names = readdirSync(folder).flatMap((file) => (file.endsWith(".xlsx") ? [file.slice(0, -5)] : []));
  const looked = [...INPUTS, ...NOT_CALCULATED, ...REFUSED].map(([name]) => name);
  expect([...new Set<string>(looked)].sort()).toEqual(names.sort());
});
