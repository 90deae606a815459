import { expect, test } from "vitest";
import { verdictChanges } from "../../../functions/snapshots/policy-preview.ts";
import { kentTrial2024 } from "../../../rules/policies/index.ts";
import { aRow, aService, rowsOf, THANET } from "./service.ts";

test("a policy to come is tried on every team's newest snapshot, and says how many rows would change from which verdict to which", async () => {
  const service = aService();
  await service.snapshot(rowsOf(5), { month: "2024-10", asOf: "2024-10-31" });
  await service.snapshot([
    ...rowsOf(2, { status: "EH", overseer: "" }),
    aRow({ childRef: "C-9" }),
    aRow({ childRef: "C-10", lead: "" }),
  ]);
  await service.snapshot([aRow({ team: "Thanet" })], { team: "thanet" }, THANET);
  const stricter = { ...kentTrial2024, overseen: ["EH", "ASSESS", "CIN"] as const, rulesOff: ["LP-01" as const] };
  expect(await verdictChanges(service.deps, stricter, service.sources)).toEqual([
    { team: "thanet", month: "2024-11", changes: [] },
    {
      team: "dover",
      month: "2024-11",
      changes: [
        { from: "clear", to: "not-eligible", rows: 2 },
        { from: "action", to: "clear", rows: 1 },
      ],
    },
  ]);
  expect(await verdictChanges(service.deps, kentTrial2024, service.sources)).toMatchObject([
    { changes: [] },
    { changes: [] },
  ]);
});

test("what a changed register does to verdicts is not put down to the policy", async () => {
  const service = aService();
  await service.snapshot(rowsOf(2));
  service.world.practitioners = [];
  expect(await verdictChanges(service.deps, kentTrial2024, service.sources)).toEqual([
    { team: "dover", month: "2024-11", changes: [] },
  ]);
});
