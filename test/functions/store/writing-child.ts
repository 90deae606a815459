/** Writes until it is killed, and says of each write when it was acknowledged. Run by the durability test. */
import { startEngine } from "../../../functions/local/dynalite.ts";
import { createTable } from "../../../functions/store/create-table.ts";
import { dynamoTable } from "../../../functions/store/dynamo.ts";

const [, , path = "", round = ""] = process.argv;
const engine = await startEngine({ path });
await createTable(engine.client, "kept");
const table = dynamoTable({ client: engine.client, tableName: "kept", now: () => new Date(), log: () => undefined });

async function write(writer: number): Promise<never> {
  for (let n = 0; ; n += 1) {
    const sk = `${round}#${writer}#${n}`;
    await table.put({ pk: "P", sk }, `${sk} ${"x".repeat(n % 5000)}`, { expect: "absent" });
    process.stdout.write(`${sk}\n`);
  }
}

await Promise.all([0, 1, 2, 3].map(write));
