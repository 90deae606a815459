import fc from "fast-check";
import type { CheckOptions, ServiceFacts } from "../../rules/check.ts";
import { toIso } from "../../rules/dates.ts";
import { EXAMPLE_ROW } from "../../rules/example-row.ts";
import { FIELD_IDS, FIELDS, type FieldId } from "../../rules/fields.ts";
import type { Cell } from "../../rules/read.ts";
import type { Sheet } from "../../rules/sheet.ts";
import { cellOf, LIKELY, likelyDay, names } from "./any-cells.ts";
import { anyDay, anyPolicy } from "./any-policy.ts";
import { anyRegister } from "./any-register.ts";

/** A row that breaks nothing but for a cell in six, or one in which anything goes. */
const rowOf = (fields: readonly FieldId[]): fc.Arbitrary<Cell[]> => {
  const wild = (id: FieldId) => cellOf(LIKELY[FIELDS[id].kind]);
  const usual = (id: FieldId) => (id === "childRef" ? LIKELY.text : fc.constant(EXAMPLE_ROW[id]));
  const tame = (id: FieldId) => fc.oneof({ weight: 5, arbitrary: usual(id) }, { weight: 1, arbitrary: wild(id) });
  return fc.oneof(
    { weight: 3, arbitrary: fc.tuple(...fields.map(tame)) },
    { weight: 1, arbitrary: fc.tuple(...fields.map(wild)) },
  );
};
const blankRow = fc.array(fc.constantFrom<Cell>("", null, undefined, " ", "\u00A0"), { maxLength: 5 });

const someColumns = fc.oneof(
  fc.shuffledSubarray([...FIELD_IDS], { minLength: FIELD_IDS.length }),
  fc.shuffledSubarray([...FIELD_IDS], { minLength: FIELD_IDS.length - 4 }),
  fc.shuffledSubarray([...FIELD_IDS]),
);

export const columnsOf = (fields: readonly FieldId[]): ReadonlyMap<FieldId, number> =>
  new Map(fields.map((id, column) => [id, column]));

/** Any columns in any order over any rows. */
export const anySheet = (maxRows = 14): fc.Arbitrary<Sheet> =>
  someColumns.chain((fields) =>
    fc.record({
      columns: fc.constant(columnsOf(fields)),
      rows: fc.array(fc.oneof({ weight: 9, arbitrary: rowOf(fields) }, { weight: 1, arbitrary: blankRow }), {
        maxLength: maxRows,
      }),
      date1904: fc.boolean(),
      isPart: fc.boolean(),
    }),
  );

const anyService: fc.Arbitrary<ServiceFacts> = fc.record(
  {
    leads: fc.dictionary(
      fc.constantFrom("C-1", "C-2"),
      fc.record({ lead: names, team: fc.constant("Dover"), listOf: likelyDay.map(toIso) }),
    ),
    cases: fc.dictionary(names, fc.nat(9)),
    returns: fc.array(
      fc.record({ team: fc.constantFrom("Dover", "Thanet"), hasSnapshot: fc.boolean(), hasFeedback: fc.boolean() }),
      { maxLength: 2 },
    ),
  },
  { requiredKeys: [] },
);

/** Any date, policy, register and facts of the service. */
export const anyGiven: fc.Arbitrary<CheckOptions> = fc.record({
  asOf: anyDay,
  policy: anyPolicy,
  register: anyRegister,
  service: fc.option(anyService, { nil: undefined }),
  others: fc.oneof(
    { weight: 3, arbitrary: fc.constant(undefined) },
    fc.array(fc.record({ name: fc.constantFrom("Dover", undefined), sheet: anySheet(4) }), { maxLength: 2 }),
  ),
});
