import { isoDay, toIso } from "./dates.ts";
import type { ServiceFacts } from "./check.ts";
import type { FieldId } from "./fields.ts";
import type { Cell } from "./read.ts";
import type { RawPractitioner } from "./register.ts";

export type Cells = Partial<Readonly<Record<FieldId, Cell>>>;

/** A worked example of a rule: its test, and a line of the rule reference. */
export interface Example {
  readonly name: string;
  /** Changes to the row that breaks nothing (example-row.ts). */
  readonly set?: Cells;
  /** Further rows of the sheet, each a change to the same row. */
  readonly more?: readonly Cells[];
  /** Other lists that belong with it, by the names of their sheets; each row a change to the same row. */
  readonly others?: Readonly<Record<string, readonly Cells[]>>;
  /** Columns that the sheet does not have. */
  readonly drop?: readonly FieldId[];
  /** 30 November 2024 without it. */
  readonly asOf?: string;
  /** Changes to *Kent trial 2024*, two levels deep. */
  readonly policy?: Readonly<Record<string, unknown>>;
  /** Changes to the practitioner of that name. */
  readonly practitioner?: RawPractitioner;
  /** Particulars that the register does not keep; "all" for no register. */
  readonly unregistered?: readonly (keyof RawPractitioner)[] | "all";
  /** The workbook's own table, beside the council's register. */
  readonly workbook?: readonly RawPractitioner[];
  readonly service?: ServiceFacts;
  /** The rule's breaches on the first row and on the sheet as a whole. */
  readonly expect: readonly string[];
  readonly isBlank?: true;
}

type Given = Omit<Example, "name" | "expect">;

/** An example in which the rule finds nothing. */
export const met = (name: string, given: Given = {}): Example => ({ name, ...given, expect: [] });

/** An example in which the rule is broken, in one way or several. */
export const broken = (expect: string, name: string, given: Given): Example => ({
  name,
  ...given,
  expect: expect.split(" "),
});

/** What a blank cell means to the rule. */
export const blank = (expect: string, name: string, given: Given): Example => ({
  ...(expect === "" ? met(name, given) : broken(expect, name, given)),
  isBlank: true,
});

/** The day before, the day of and the day after a boundary; "" where the rule finds nothing. */
export function around(
  what: string,
  day: string,
  given: (day: string) => Given,
  expect: readonly [string, string, string],
): Example[] {
  const names = [`the day before ${what}`, `the day of ${what}`, `the day after ${what}`];
  return expect.map((breaches, index) => {
    const on = given(toIso(isoDay(day) + index - 1));
    const name = names.slice(index, index + 1).join("");
    return breaches === "" ? met(name, on) : broken(breaches, name, on);
  });
}
