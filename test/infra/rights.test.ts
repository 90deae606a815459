import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { startEngine } from "../../functions/local/dynalite.ts";
import { registerOf } from "../../functions/people/register.ts";
import { policyOn } from "../../functions/policies/versions.ts";
import { remind } from "../../functions/snapshots/reminder.ts";
import { sweepAbandoned } from "../../functions/snapshots/sweep.ts";
import { createTable } from "../../functions/store/create-table.ts";
import { dynamoTable } from "../../functions/store/dynamo.ts";
import { keys } from "../../functions/store/keys.ts";
import { bundle } from "../../tools/build/lambda.ts";
import { dynamoClient } from "../../functions/store/client.ts";
import { guarded, rightsOf } from "../lambda/guarded.ts";

test("the scheduled function may do to the table what it does to it, and nothing else", async () => {
  const allowed = rightsOf("MonthlyRole").filter((action) => action.startsWith("dynamodb:"));

  const engine = await startEngine({ accessKey: "local" });
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
      registerOf: () => registerOf({ table }),
    });
    expect(await sweepAbandoned({ table })).toBe(1);
  } finally {
    await engine.close();
  }
  expect([...done].sort()).toEqual([...allowed].sort());
});

/** The rights that a source file's calls of AWS need: the commands that it makes, by the client that they come from. */
function rightsIn(source: string): string[] {
  const clients = [...source.matchAll(/(\{[^}]*\})[^;]*?(?:from|import\()\s*"@aws-sdk\/client-([a-z-]+)"/g)];
  return [...source.matchAll(/\bnew (\w+)Command\(/g)].map(([, operation = ""]) => {
    const [, , client = "unknown"] = clients.find(([, names = ""]) => names.includes(`${operation}Command`)) ?? [];
    return `${client.replaceAll("-", "")}:${operation}`;
  });
}

describe("every call of AWS that a function's bundle holds", () => {
  const root = fileURLToPath(new URL("../..", import.meta.url));
  const callsOf = async (name: "api" | "monthly"): Promise<string[]> => {
    const inputs = await bundle(name, mkdtempSync(join(tmpdir(), "lp-calls-")));
    const sources = inputs.filter((file) => file.startsWith("functions/"));
    return [...new Set(sources.flatMap((file) => rightsIn(readFileSync(join(root, file), "utf8"))))].sort();
  };
  /** DynamoDB and Secrets Manager use the key on a function's behalf, and Lambda writes its log. */
  const ownRights = (role: Parameters<typeof rightsOf>[0]): string[] =>
    rightsOf(role)
      .filter((right) => !/^(?:kms|logs):/.test(right))
      .sort();

  test("is found wherever it stands", () => {
    const source =
      'import { GetItemCommand, type Item } from "@aws-sdk/client-dynamodb";\nconst { PutSecretValueCommand } = await import("@aws-sdk/client-secrets-manager");\nnew GetItemCommand({}); new PutSecretValueCommand({});';
    expect(rightsIn(source)).toEqual(["dynamodb:GetItem", "secretsmanager:PutSecretValue"]);
  });

  test("is what the service's role may do, neither more nor less", async () => {
    expect(await callsOf("api")).toEqual(ownRights("ApiRole"));
  });

  test("is what the scheduled function's role may do, but for counting and hashing, which it never does", async () => {
    const shared = ["dynamodb:UpdateItem", "secretsmanager:GetSecretValue"];
    const calls = await callsOf("monthly");
    expect(calls).toEqual(expect.arrayContaining(shared));
    expect(calls.filter((call) => !shared.includes(call))).toEqual(ownRights("MonthlyRole"));
  });
});

test("behind the rights of its role a bundle is refused what they do not name, and let through what they do", async () => {
  const engine = await startEngine({ accessKey: "local" });
  await createTable(engine.client, "guarded");
  const guard = await guarded(engine.endpoint, ["dynamodb:GetItem"]);
  const client = dynamoClient({ region: "eu-west-2", endpoint: guard.url });
  const table = dynamoTable({ client, tableName: "guarded", now: () => new Date(), log: () => undefined });
  try {
    expect(await table.get(keys.part("one", 1))).toBeUndefined();
    await expect(table.put(keys.part("one", 1), "{}", { expect: "absent" })).rejects.toMatchObject({
      name: "AccessDeniedException",
    });
  } finally {
    client.destroy();
    guard.stop();
    await engine.close();
  }
});
