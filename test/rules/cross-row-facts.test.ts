import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { PERSON_FIELDS } from "../../rules/cross-row-facts.ts";
import { runs } from "./any-cells.ts";
import { checkRows, keysByRow } from "./sheets.ts";

const LEADS = ["Sam Assistant", "Kim Socialworker", "Una Nowhere", ""] as const;
const anyRows = fc.array(
  fc.record({
    childRef: fc.constantFrom("C-1", "c-1", "C-2", ""),
    lead: fc.constantFrom(...LEADS),
    status: fc.constantFrom("CIN", "CIN", "Closed"),
  }),
  { maxLength: 12 },
);
const has = (keys: readonly (string[] | undefined)[], key: string): boolean[] =>
  keys.map((row) => row?.includes(key) ?? false);

describe("rows of one child", () => {
  test("have two leads where two people lead, and are duplicates where one does (or nobody)", () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const keys = keysByRow(checkRows(rows));
        const sharing = rows.map((row, index) =>
          rows.filter(
            (other, at) =>
              at !== index &&
              row.childRef !== "" &&
              other.childRef.toUpperCase() === row.childRef.toUpperCase() &&
              other.status !== "Closed" &&
              row.status !== "Closed",
          ),
        );
        expect(has(keys, "LP-02/two-leads")).toEqual(
          rows.map(
            ({ lead }, index) =>
              lead !== "" && (sharing[index]?.some((other) => other.lead !== "" && other.lead !== lead) ?? false),
          ),
        );
        expect(has(keys, "LP-34/duplicate-row")).toEqual(
          rows.map(({ lead }, index) => sharing[index]?.some((other) => other.lead === lead) ?? false),
        );
      }),
      runs(300),
    );
  });

  test("name three others at most, however many there are", () => {
    const message = checkRows([...Array<object>(9).fill({}), { lead: "Kim Socialworker" }])
      .rows.at(-1)
      ?.findings.find(({ rule }) => rule === "LP-02")?.message;
    expect(message).toMatch(/rows 1, 2 and 3 name somebody else/);
  });

  test("are the same child however the ref is written", () => {
    expect(keysByRow(checkRows([{ childRef: "C-1" }, { childRef: " c-1\u00A0" }]))).toEqual([
      ["LP-34/duplicate-row"],
      ["LP-34/duplicate-row"],
    ]);
  });
});

describe("cases of one lead", () => {
  test("are the distinct children, and each row without a ref", () => {
    fc.assert(
      fc.property(anyRows, fc.integer({ min: 1, max: 4 }), (rows, caseLimit) => {
        const open = rows
          .filter(({ lead, status }) => lead === "Sam Assistant" && status !== "Closed")
          .map(({ childRef }) => childRef.toUpperCase());
        const cases = new Set(open.filter((ref) => ref !== "")).size + open.filter((ref) => ref === "").length;
        const keys = keysByRow(
          checkRows(rows, { register: { practitioners: [{ name: "Sam Assistant", role: "SWA", caseLimit }] } }),
        );
        rows.forEach(({ lead, status }, index) => {
          const isHers = lead === "Sam Assistant" && status !== "Closed";
          expect(has(keys, "LP-25/over-limit")[index]).toBe(isHers && cases > caseLimit);
          expect(has(keys, "LP-25/at-limit")[index]).toBe(isHers && cases === caseLimit);
        });
      }),
      runs(200),
    );
  });
});

describe("what is said once", () => {
  test("stands on the first open row: an unknown person, an unknown team, a cell of the register", () => {
    const una = { lead: "Una Nowhere", overseer: "Nowhere, Una", team: "Atlantis" };
    const register = {
      practitioners: [{ name: "Kim Socialworker", registration: "SW1", registeredTo: "2025-11-30", level: "gold" }],
    };
    const closed = { ...una, status: "Closed", cover: "Kim Socialworker" };
    const keys = keysByRow(
      checkRows(
        [
          closed,
          { ...una, cover: "Kim Socialworker", childRef: "C-2" },
          { ...una, cover: "Kim Socialworker", childRef: "C-3" },
        ],
        { register },
      ),
    );
    for (const key of ["LP-33/unknown-person", "LP-32/unknown-team", "LP-32/unreadable-value"])
      expect(has(keys, key), key).toEqual([false, true, false]);
  });
});

test("every person column is one in which people are matched", () => {
  expect(PERSON_FIELDS).toHaveLength(14);
  for (const field of PERSON_FIELDS)
    expect(keysByRow(checkRows([{ [field]: "Jo Twin" }]))[0], field).toContain("LP-33/two-people");
});
