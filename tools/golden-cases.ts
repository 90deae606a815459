import { check, type Checked } from "../rules/check.ts";
import { isoDay } from "../rules/dates.ts";
import type { FieldId } from "../rules/fields.ts";
import { keyOf, type Finding } from "../rules/finding.ts";
import { mapFields } from "../rules/headers.ts";
import { kentTrial2024 } from "../rules/policies/index.ts";
import type { Policy } from "../rules/policy.ts";
import { mergePolicy } from "../rules/policy-merge.ts";
import { policyFromStored } from "../rules/policy-stored.ts";
import type { Cell } from "../rules/read.ts";
import type { RawPractitioner } from "../rules/register.ts";

type Row = Partial<Record<FieldId, Cell>>;

interface Expectation {
  readonly verdict?: string;
  readonly has?: readonly string[];
  readonly hasNot?: readonly string[];
}

export interface WorkedCase {
  readonly name: string;
  readonly asOf?: string;
  readonly policy?: Readonly<Record<string, unknown>>;
  readonly register?: readonly RawPractitioner[] | null;
  readonly practitioner?: RawPractitioner;
  readonly set?: Row;
  readonly drop?: readonly FieldId[];
  readonly rows?: readonly (Row & { readonly times?: number })[];
  readonly expect?: Expectation;
  readonly expectRows?: readonly (Expectation & { readonly row: number })[];
  readonly expectSheet?: Expectation;
}

/** A file of cases worked out by hand; its README says what each key means. */
export interface WorkedCases {
  readonly title: string;
  readonly asOf: string;
  readonly policy: Readonly<Record<string, unknown>>;
  readonly register: readonly RawPractitioner[] | null;
  readonly base: Row;
  readonly cases: readonly WorkedCase[];
}

/** A row repeated: `{n}` in its texts is 1 to n. */
function repeated({ times = 1, ...row }: Row & { readonly times?: number }): Row[] {
  const numbered = (n: number): Row =>
    Object.fromEntries(
      Object.entries(row).map(([key, cell]) => [
        key,
        typeof cell === "string" ? cell.replaceAll("{n}", String(n)) : cell,
      ]),
    );
  return Array.from({ length: times }, (_, index) => numbered(index + 1));
}

/** Checks the sheet of one case. */
export function checkCase(file: WorkedCases, one: WorkedCase): Checked {
  const changes = (one.rows ?? [one.set ?? {}]).flatMap(repeated);
  const rows = changes.map((change): Row => ({ ...file.base, ...change }));
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))].filter(
    (key) => !one.drop?.some((dropped) => dropped === key),
  ) as FieldId[];
  const register = one.register === undefined ? file.register : one.register;
  const changed = register?.map((person) =>
    person.name === one.practitioner?.name ? { ...person, ...one.practitioner } : person,
  );
  return check(
    { columns: mapFields(columns), rows: rows.map((row) => columns.map((id) => row[id])) },
    {
      asOf: isoDay(one.asOf ?? file.asOf),
      policy: policyFromStored(mergePolicy(mergePolicy(kentTrial2024, file.policy), one.policy ?? {})) as Policy,
      register: changed && { practitioners: changed },
    },
  );
}

function differences(where: string, expected: Expectation, verdict: string, findings: readonly Finding[]): string[] {
  const keys = findings.map(keyOf);
  const found = keys.length === 0 ? "none" : keys.join(", ");
  return [
    ...(expected.verdict === undefined || expected.verdict === verdict
      ? []
      : [`${where}: expected the verdict ${expected.verdict}, found ${verdict} (${found})`]),
    ...(expected.has ?? [])
      .filter((key) => !keys.includes(key))
      .map((key) => `${where}: expected ${key}, found ${found}`),
    ...(expected.hasNot ?? [])
      .filter((key) => keys.includes(key))
      .map((key) => `${where}: expected no ${key}, found ${found}`),
  ];
}

/** Where a case differs from what it expects, a line each; empty if it passes. */
export function differencesOf(file: WorkedCases, one: WorkedCase): string[] {
  const checked = checkCase(file, one);
  const ofRow = (number: number, expected: Expectation): string[] => {
    const row = checked.rows[number - 1];
    return row ? differences(`row ${number}`, expected, row.verdict, row.findings) : [`row ${number}: there is none`];
  };
  return [
    ...(one.expect ? ofRow(1, one.expect) : []),
    ...(one.expectRows ?? []).flatMap((expected) => ofRow(expected.row, expected)),
    ...(one.expectSheet ? differences("the sheet", one.expectSheet, "", checked.sheet) : []),
  ];
}
