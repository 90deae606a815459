import { afterAll } from "vitest";
import { startEngine } from "../../../functions/local/dynalite.ts";
import { createTable } from "../../../functions/store/create-table.ts";
import { dynamoTable } from "../../../functions/store/dynamo.ts";
import { contract, tableName } from "./contract.ts";

const engine = await startEngine();
afterAll(() => engine.close());

contract("a table in the embedded engine", async (now) => {
  const name = tableName();
  await createTable(engine.client, name);
  return dynamoTable({ client: engine.client, tableName: name, now, log: () => undefined });
});
