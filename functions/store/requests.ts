import {
  type AttributeValue,
  type ConsumedCapacity,
  type DynamoDBClient,
  DeleteItemCommand,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  ScanCommand,
  UpdateItemCommand,
} from "@aws-sdk/client-dynamodb";
import type { Log } from "../log.ts";
import { type Item, keyOf } from "./items.ts";
import { type Outcome, type RetryLimits, retry } from "./retry.ts";
import type { Key } from "./table.ts";

export type Operation = "GetItem" | "PutItem" | "UpdateItem" | "DeleteItem" | "Query" | "Scan";
/** Told what every answered request cost. DynamoDB also charges for a refused write, without saying how much. */
export type OnUnits = (operation: Operation, units: number) => void;

export interface Condition {
  readonly condition: string;
  readonly values: Record<string, AttributeValue>;
}

export interface QueryResult {
  readonly Items?: Item[] | undefined;
  readonly LastEvaluatedKey?: Item | undefined;
}

export interface Connection {
  readonly client: DynamoDBClient;
  readonly tableName: string;
  readonly log: Log;
  readonly patience: RetryLimits;
  readonly onUnits: OnUnits | undefined;
}

/** Reads have no condition that could be refused. */
function answered<T>(outcome: Outcome<T>): T {
  if (outcome.isRefused) throw new Error("DynamoDB refused a condition where there is none.");
  return outcome.answer;
}

/** The six requests that the store makes, each tried until it is answered. */
export function requestsOver({ client, tableName, log, patience, onUnits }: Connection) {
  const common = { TableName: tableName, ReturnConsumedCapacity: "TOTAL" } as const;

  const tried = <T extends { ConsumedCapacity?: ConsumedCapacity | undefined }>(
    operation: Operation,
    send: () => Promise<T>,
  ) =>
    retry(
      async () => {
        const answer = await send();
        onUnits?.(operation, answer.ConsumedCapacity?.CapacityUnits ?? 0);
        return answer;
      },
      log,
      patience,
    );

  return {
    get: async (key: Key): Promise<Item | undefined> =>
      answered(
        await tried("GetItem", () =>
          client.send(new GetItemCommand({ ...common, Key: keyOf(key), ConsistentRead: true })),
        ),
      ).Item,

    put: (item: Item, { condition, values }: Condition) =>
      tried("PutItem", () =>
        client.send(
          new PutItemCommand({
            ...common,
            Item: item,
            ConditionExpression: condition,
            ExpressionAttributeValues: values,
          }),
        ),
      ),

    update: (key: Key, expression: string, { condition, values }: Condition) =>
      tried("UpdateItem", () =>
        client.send(
          new UpdateItemCommand({
            ...common,
            Key: keyOf(key),
            UpdateExpression: expression,
            ConditionExpression: condition,
            ExpressionAttributeValues: values,
            ReturnValues: "UPDATED_NEW",
          }),
        ),
      ),

    remove: (key: Key, { condition, values }: Condition) =>
      tried("DeleteItem", () =>
        client.send(
          new DeleteItemCommand({
            ...common,
            Key: keyOf(key),
            ConditionExpression: condition,
            ExpressionAttributeValues: values,
          }),
        ),
      ),

    query: async (
      condition: string,
      values: Record<string, AttributeValue>,
      page: { from?: Item; limit?: number; isDescending: boolean },
    ): Promise<QueryResult> =>
      answered(
        await tried("Query", () =>
          client.send(
            new QueryCommand({
              ...common,
              KeyConditionExpression: condition,
              ExpressionAttributeValues: values,
              ConsistentRead: true,
              ExclusiveStartKey: page.from,
              Limit: page.limit,
              ScanIndexForward: !page.isDescending,
            }),
          ),
        ),
      ),

    scan: async (from: Item | undefined, limit: number | undefined): Promise<QueryResult> =>
      answered(
        await tried("Scan", () =>
          client.send(new ScanCommand({ ...common, ConsistentRead: true, ExclusiveStartKey: from, Limit: limit })),
        ),
      ),
  };
}

export type Requests = ReturnType<typeof requestsOver>;
