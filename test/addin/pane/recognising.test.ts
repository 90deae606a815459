import { describe, expect, it } from "vitest";
import type { FieldId } from "../../../rules/fields.ts";
import type { CandidateColumn } from "../../../rules/workbook/candidate-columns.ts";
import { withAnswer, withListAgain, withoutList } from "../../../addin/model/column-answer.ts";
import {
  alsoReadAs,
  answerOf,
  candidateIn,
  firstDraft,
  isUnmapped,
  problemWith,
  readings,
  withField,
} from "../../../addin/pane/recognising/draft.ts";
import { fieldOptions } from "../../../addin/pane/recognising/field-options.ts";
import type { ColumnTask } from "../../../addin/pane/recognising/task.ts";
import { NO_CHOICES, type Choices } from "../../../addin/workbook/choices.ts";

const column = (at: number, header: string, more: Partial<CandidateColumn> = {}): CandidateColumn => ({
  column: at,
  header,
  samples: [],
  field: undefined,
  suggestion: undefined,
  likely: [],
  ...more,
});

const TASK: ColumnTask = {
  place: "Board",
  sheet: "Board",
  isOneRow: false,
  isList: false,
  kept: { status: "CIN" },
  candidates: [
    {
      row: 3,
      rowNumbers: [4, 5],
      columns: [
        column(0, "Case no", { field: "childRef" }),
        column(1, "Wkr", { suggestion: "lead", likely: ["lead"] }),
        column(2, "Boss"),
        column(3, "boss "),
      ],
    },
    { row: 1, rowNumbers: [2], columns: [] },
  ],
};
const CANDIDATE = candidateIn(TASK, firstDraft(TASK));
if (!CANDIDATE) throw new Error("There is a candidate.");
const first = firstDraft(TASK);
const readAs = (draft = first, kept: Choices["columns"] = {}) => readings(CANDIDATE, draft, kept);
const fields = (draft = first, kept: Choices["columns"] = {}): (FieldId | undefined)[] =>
  readAs(draft, kept).map(({ field }) => field);

describe("what columns are to be read as", () => {
  it("is what headers name and what is suggested, told apart; a second column of one header is neither", () => {
    expect(readAs().map(({ by, field }) => [by, field])).toEqual([
      ["header", "childRef"],
      ["suggestion", "lead"],
      ["nobody", undefined],
      ["nobody", undefined],
    ]);
    expect(readAs().map(isUnmapped)).toEqual([false, false, true, false]);
    expect(readAs()[3]?.sameAs?.column).toBe(2);
  });

  it("is what a person chooses, here or before", () => {
    const draft = withField(withField(first, 3, 1, null), 3, 2, "overseer");
    expect(fields(draft)).toEqual(["childRef", undefined, "overseer", undefined]);
    expect(readAs(first, { wkr: null })[1]).toMatchObject({ by: "person", field: undefined });
    expect(fields(withField(first, 1, 2, "cover"))[2]).toBeUndefined();
  });

  it("cannot be one field twice, nor leave nobody able to tell what a row is about", () => {
    const twice = readAs(withField(first, 3, 2, "lead"));
    expect(problemWith(twice)).toMatch(/^'Wkr' and 'Boss' are to be read as 'Lead professional'\./);
    expect(twice.map((one) => alsoReadAs(one, twice).length)).toEqual([0, 1, 1, 0]);
    expect(problemWith(readAs(withField(withField(first, 3, 0, null), 3, 1, null)))).toMatch(/^Say which column/);
    expect(problemWith(readAs())).toBeUndefined();
  });
});

describe("what is kept of it", () => {
  const answer = answerOf(TASK, CANDIDATE, first, readAs());

  it("is every decision, the row, and what was said of all cases; nothing of what a header says by itself", () => {
    expect(answer).toEqual({
      place: "Board",
      columns: new Map([["Wkr", "lead"]]),
      list: { headerRow: 3, status: "CIN" },
    });
    const draft = { ...withField(withField(withField(first, 3, 0, null), 3, 1, null), 3, 2, "status"), team: "dover" };
    expect(answerOf(TASK, CANDIDATE, draft, readAs(draft))).toEqual({
      place: "Board",
      columns: new Map([
        ["Case no", null],
        ["Wkr", null],
        ["Boss", "status"],
      ]),
      list: { headerRow: 3, team: "dover" },
    });
  });

  it("leaves what was chosen for other lists", () => {
    const before: Choices = {
      ...NO_CHOICES,
      columns: { Holder: "lead", WKR: null },
      lists: { Cases: { team: "dover" } },
    };
    expect(withAnswer(before, answer)).toMatchObject({
      columns: { Holder: "lead", Wkr: "lead" },
      lists: { Cases: { team: "dover" }, Board: { headerRow: 3, status: "CIN" } },
    });
    expect(withAnswer(before, answer).columns).not.toHaveProperty("WKR");
  });

  it("may be that something is no list, and can be taken back", () => {
    expect(withoutList(NO_CHOICES, "Board", undefined).lists).toEqual({ Board: { isList: false } });
    const said = withoutList(NO_CHOICES, "Cases!row 4", 4);
    expect(said.lists).toEqual({ "Cases!row 4": { isList: false, headerRow: 4 } });
    expect(withListAgain(said, "Cases!row 4").lists).toEqual({});
  });
});

it("fields are offered likely ones first, and each once", () => {
  const { likely, others } = fieldOptions({ likely: ["lead", "overseer"] });
  expect(likely).toEqual(["lead", "overseer"]);
  expect(others).not.toContain("lead");
  expect(others).toContain("childRef");
});
