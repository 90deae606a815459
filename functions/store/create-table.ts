import {
  CreateTableCommand,
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  UpdateTimeToLiveCommand,
} from "@aws-sdk/client-dynamodb";
import { setTimeout as sleep } from "node:timers/promises";
import type { Client } from "./client.ts";

const PAUSE = 20;
const LONGEST = 30_000;

const isNamed = (error: unknown, name: string): boolean => error instanceof Error && error.name === name;

async function statusOf(client: Client, tableName: string): Promise<string | undefined> {
  try {
    return (await client.send(new DescribeTableCommand({ TableName: tableName }))).Table?.TableStatus;
  } catch (error) {
    if (isNamed(error, "ResourceNotFoundException")) return undefined;
    throw error;
  }
}

async function create(client: Client, tableName: string): Promise<void> {
  try {
    await client.send(
      new CreateTableCommand({
        TableName: tableName,
        BillingMode: "PAY_PER_REQUEST",
        AttributeDefinitions: [
          { AttributeName: "pk", AttributeType: "S" },
          { AttributeName: "sk", AttributeType: "S" },
        ],
        KeySchema: [
          { AttributeName: "pk", KeyType: "HASH" },
          { AttributeName: "sk", KeyType: "RANGE" },
        ],
      }),
    );
  } catch (error) {
    // Somebody else has just created it.
    if (!isNamed(error, "ResourceInUseException")) throw error;
  }
}

async function expire(client: Client, tableName: string): Promise<void> {
  try {
    const { TimeToLiveDescription: known } = await client.send(new DescribeTimeToLiveCommand({ TableName: tableName }));
    if (known?.TimeToLiveStatus === "ENABLED" || known?.TimeToLiveStatus === "ENABLING") return;
    await client.send(
      new UpdateTimeToLiveCommand({
        TableName: tableName,
        TimeToLiveSpecification: { AttributeName: "e", Enabled: true },
      }),
    );
  } catch (error) {
    // dynalite deletes nothing by itself, and says so; what has expired is not read there either.
    if (!isNamed(error, "UnknownOperationException")) throw error;
  }
}

/** For local engines: deployed, the stack creates the table. Leaves one that is there as it is. */
export async function createTable(client: Client, tableName: string): Promise<void> {
  const deadline = performance.now() + LONGEST;
  for (
    let status = await statusOf(client, tableName);
    status !== "ACTIVE";
    status = await statusOf(client, tableName)
  ) {
    if (performance.now() > deadline)
      throw new Error(`The table ${tableName} was still not ready after ${LONGEST / 1000} seconds.`);
    if (status === undefined) await create(client, tableName);
    else await sleep(PAUSE);
  }
  await expire(client, tableName);
}
