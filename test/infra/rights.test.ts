import { readFileSync } from "node:fs";
import { Template } from "aws-cdk-lib/assertions";
import { expect, test } from "vitest";
import { startEngine } from "../../functions/local/dynalite.ts";
import { policyOn } from "../../functions/policies/versions.ts";
import { remind } from "../../functions/snapshots/reminder.ts";
import { sweepAbandoned } from "../../functions/snapshots/sweep.ts";
import { createTable } from "../../functions/store/create-table.ts";
import { dynamoTable } from "../../functions/store/dynamo.ts";
import { keys } from "../../functions/store/keys.ts";
import { actionsOf, statementsOf } from "./support/templates.ts";

test("the scheduled function may do to the table what it does to it, and nothing else", async () => {
  // As it is kept; that it is what is deployed, the template's own test shows.
  const prod = Template.fromJSON(
    JSON.parse(readFileSync(new URL("prod.template.json", import.meta.url), "utf8")) as Record<string, unknown>,
  );
  const allowed = statementsOf(prod, "MonthlyRole")
    .flatMap(actionsOf)
    .filter((action) => action.startsWith("dynamodb:"));

  const engine = await startEngine();
  await createTable(engine.client, "rights");
  const done = new Set<string>();
  const common = {
    client: engine.client,
    tableName: "rights",
    now: () => new Date("2024-12-05T08:00:00Z"),
    log: () => undefined,
  };
  const before = dynamoTable(common);
  await before.put(keys.part("abandoned", 1), "{}");
  const table = dynamoTable({
    ...common,
    onUnits: (operation) => {
      done.add(`dynamodb:${operation}`);
    },
  });
  try {
    await remind({
      table,
      now: common.now,
      log: common.log,
      publish: () => Promise.resolve(),
      policyOn: (day) => policyOn({ table }, day),
    });
    expect(await sweepAbandoned({ table })).toBe(1);
  } finally {
    await engine.close();
  }
  expect([...done].sort()).toEqual([...allowed].sort());
});
