import { expect, test } from "vitest";
import { isoDay, toIso } from "../../rules/dates.ts";
import { renewedTo } from "../../rules/registration-year.ts";

test.each([
  ["2026-08-31", "2026-11-30"],
  ["2026-09-01", "2027-11-30"],
  ["2026-09-02", "2027-11-30"],
  ["2026-11-30", "2027-11-30"],
  ["2026-12-01", "2027-11-30"],
  ["2026-12-31", "2027-11-30"],
  ["2027-01-01", "2027-11-30"],
])("whoever has renewed by %s is registered to %s", (asOf, to) => {
  expect(toIso(renewedTo(isoDay(asOf)))).toBe(to);
});
