import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FIELD_IDS, FIELDS, fieldOf, headerOf, quoted, type Field, type FieldId } from "../../rules/fields.ts";
import { REGISTER_FIELDS } from "../../rules/register-fields.ts";
import { headerText, knownHeaders, mapFields, mapHeaders } from "../../rules/headers.ts";
import { fold } from "../../rules/text.ts";
import { oddCell, runs } from "./any-cells.ts";

const mapped = (headers: readonly string[], chosen?: ReadonlyMap<string, FieldId | null>) =>
  Object.fromEntries(mapHeaders(headers, chosen).columns);
const known = fc.constantFrom(...FIELD_IDS.flatMap((id): string[] => [FIELDS[id].header, ...FIELDS[id].aliases]));

describe("the columns of a sheet", () => {
  test("every header and alias means one field", () => {
    const tables: readonly (readonly Pick<Field, "header" | "aliases">[])[] = [
      Object.values(FIELDS),
      Object.values(REGISTER_FIELDS),
    ];
    for (const fields of tables) {
      const all = fields.flatMap(({ header, aliases }) => [...new Set([header, ...aliases].map(fold))]);
      expect(new Set(all).size).toBe(all.length);
    }
  });

  test("every header and alias maps to its field, whatever its case, spaces and punctuation", () => {
    for (const id of FIELD_IDS) {
      for (const header of [FIELDS[id].header, ...FIELDS[id].aliases]) {
        for (const typed of [header, header.toUpperCase(), ` ${header.replaceAll(" ", "_")}: `])
          expect(mapped([typed]), typed).toEqual({ [id]: 0 });
      }
    }
  });

  test("the template's own header comes before an alias, wherever it stands", () => {
    const { columns, clashes } = mapHeaders(["Worker", "Allocated worker", "Lead professional"]);
    expect(columns.get("lead")).toBe(2);
    expect(clashes).toEqual([
      { column: 0, header: "Worker", field: "lead" },
      { column: 1, header: "Allocated worker", field: "lead" },
    ]);
  });

  test("what a person has chosen comes before both", () => {
    expect(mapped(["Lead professional", "Who"], new Map([["who", "lead"]]))).toEqual({ lead: 1 });
  });

  test("a column that a person leaves out is not read, and no other takes offence", () => {
    const { columns, unmapped, suggestions } = mapHeaders(["Worker", "Key worker"], new Map([["WORKER", null]]));
    expect([...columns]).toEqual([["lead", 1]]);
    expect(unmapped).toEqual(["Worker"]);
    expect(suggestions).toEqual([]);
  });

  test("a header a letter away is offered, never applied", () => {
    const { columns, suggestions, unmapped } = mapHeaders([
      "Case stats",
      "Colour of the door",
      "",
      7,
      null,
      { unreadable: true },
    ]);
    expect(columns.size).toBe(0);
    expect(suggestions).toEqual([{ column: 0, header: "Case stats", field: "status" }]);
    expect(unmapped).toEqual(["Case stats", "Colour of the door"]);
  });

  test("and not offered where its field has a column", () => {
    expect(mapHeaders(["Case stats", "Case status"]).suggestions).toEqual([]);
  });

  test("a RAG rating is not complexity, and a name or a birthday maps to nothing", () => {
    const headers = ["RAG", "Child name", "DOB", "Date of birth", "Address", "Notes"];
    expect(mapHeaders(headers)).toMatchObject({ columns: new Map(), suggestions: [], unmapped: headers });
  });

  test("no headers at all, nor any chosen mapping, is an error", () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(known, oddCell)),
        fc.array(fc.tuple(fc.oneof(known, fc.string()), fc.option(fc.constantFrom(...FIELD_IDS)))),
        (headers, chosen) => {
          const { columns, clashes, suggestions, unmapped } = mapHeaders(headers, new Map(chosen));
          const taken = [...columns.values(), ...clashes.map(({ column }) => column)];
          expect(new Set(taken).size).toBe(taken.length);
          expect(taken.length + unmapped.length).toBe(headers.filter((cell) => fold(headerText(cell)) !== "").length);
          for (const { column, field } of suggestions) expect(taken.includes(column) || columns.has(field)).toBe(false);
        },
      ),
      runs(300),
    );
  });
});

describe("rows that name their fields themselves", () => {
  test("are mapped by their ids, and other keys are passed over", () => {
    expect([...mapFields(["status", "__proto__", "constructor", "Lead professional", "lead"])]).toEqual([
      ["status", 0],
      ["lead", 4],
    ]);
  });
});

test("a field knows its header and kind, and sentences quote it", () => {
  expect(headerOf("overseer")).toBe("Overseen by");
  expect(fieldOf("reviewMeetingOn")).toMatchObject({ kind: "date", isForward: true });
  expect(quoted(["lead", "cover"])).toEqual(["'Lead professional'", "'Cover'"]);
});

test("a header that somebody has said is none is looked up as none", () => {
  expect(knownHeaders(new Map([["Case status", null]]))("Case status")).toBeUndefined();
  expect(knownHeaders(new Map())("Case status")).toBe("status");
  expect(knownHeaders(new Map([["Strand", "status"]]))("Strand")).toBe("status");
});

test("the product's own check columns are offered as no field", () => {
  expect(mapHeaders(["Child ref", "LP check", "LP why"]).suggestions).toEqual([]);
});
