/** The least that any such service needs, for comparison: a router and a DynamoDB client. */
import { DynamoDBClient, GetItemCommand } from "@aws-sdk/client-dynamodb";
import { Hono } from "hono";
import { handle } from "hono/aws-lambda";

const client = new DynamoDBClient({});

const app = new Hono().get("/:id", async (c) => {
  const { Item } = await client.send(new GetItemCommand({ TableName: "table", Key: { pk: { S: c.req.param("id") } } }));
  return c.json(Item);
});

// eslint-disable-next-line @typescript-eslint/no-deprecated, @typescript-eslint/no-unsafe-class-instance-assignment -- as in functions/api.ts
export const handler = handle(app);
