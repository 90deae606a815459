import type { CheckOptions, ServiceFacts } from "../../rules/check.ts";
import { FIELD_IDS } from "../../rules/fields.ts";
import { mapFields } from "../../rules/headers.ts";
import { kentTrial2024 } from "../../rules/policies/index.ts";
import type { Cell } from "../../rules/read.ts";
import type { Sheet } from "../../rules/sheet.ts";
import { inventPeople, type InventedPeople } from "./invented-people.ts";
import { INVENTED_DAY, inventRow, type CellsOf } from "./invented-row.ts";
import { mistake } from "./mistakes.ts";
import { Random } from "./random.ts";

/** How many rows get a mistake; not every mistake matters on the row it lands on. */
const MISTAKEN = 0.36;
const BLANK_ROWS = 0.001;
/** How many children come with a brother or sister on the row before. */
const SIBLINGS = 0.3;

export interface InventedSheet {
  readonly sheet: Sheet;
  readonly given: CheckOptions & { readonly register: NonNullable<CheckOptions["register"]> };
}

/** What the service would add: some children on other teams' lists, some cases led elsewhere, who sent their returns. */
function inventService({ leads }: InventedPeople, rows: number, random: Random): ServiceFacts {
  const some = Array.from(
    { length: Math.ceil(rows / 100) },
    (): [string, NonNullable<ServiceFacts["leads"]>[string]] => [
      `C${1_000_000 + random.int(0, rows) * 7}`,
      { lead: random.pick(leads).raw.name, team: "Swale", listOf: "2025-01-15" },
    ],
  );
  const cases = leads.filter(() => random.chance(0.05)).map(({ raw }) => [raw.id, 1] as const);
  const returns = kentTrial2024.trial.teams.map(({ name }, index) => ({
    team: name,
    hasSnapshot: index > 0,
    hasFeedback: index > 1,
  }));
  return { leads: Object.fromEntries(some), cases: Object.fromEntries(cases), returns };
}

/** A sheet of so many rows about nobody, its cells as a spreadsheet hands them over. The same seed gives the same sheet. */
export function inventSheet(rows: number, seed = 2024): InventedSheet {
  const random = new Random(seed);
  const people = inventPeople(rows, random);
  const cells: (readonly Cell[])[] = [];
  let before: CellsOf | undefined;
  let lead = random.pick(people.leads);
  let families = 0;
  for (let index = 0; index < rows; index += 1) {
    if (!random.chance(SIBLINGS)) {
      lead = random.pick(people.leads);
      families += 1;
    }
    const row = inventRow(index, `F${50_000 + families}`, lead, people, random);
    if (random.chance(MISTAKEN)) mistake(row, before, lead, people, random);
    const grid = FIELD_IDS.map((id) => row[id]);
    // A host hands cells over as JSON, so every text is a string of its own that nobody has looked up before.
    cells.push(JSON.parse(JSON.stringify(random.chance(BLANK_ROWS) ? grid.map(() => "") : grid)) as Cell[]);
    before = row;
  }
  return {
    sheet: { columns: mapFields(FIELD_IDS), rows: cells },
    given: {
      asOf: INVENTED_DAY,
      policy: kentTrial2024,
      register: { practitioners: people.register },
      service: inventService(people, rows, random),
    },
  };
}
