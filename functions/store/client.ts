import { DynamoDBClient } from "@aws-sdk/client-dynamodb";

export type Client = DynamoDBClient;

export interface ClientOptions {
  readonly region: string;
  readonly endpoint?: string;
  /** What a local engine knows its own process by; AWS's own credentials come from where the function runs. */
  readonly accessKey?: string;
  /** Milliseconds that an attempt may take. */
  readonly timeout?: number;
}

/**
 * A client that tries everything once: the store itself tries again, because only it knows whether a write that
 * went unanswered took place. An endpoint means a local engine, which takes any credentials.
 */
export const dynamoClient = ({ region, endpoint, accessKey = "local", timeout = 5000 }: ClientOptions): Client =>
  new DynamoDBClient({
    region,
    maxAttempts: 1,
    requestHandler: { connectionTimeout: 2000, requestTimeout: timeout, throwOnRequestTimeout: true },
    ...(endpoint === undefined ? {} : { endpoint, credentials: { accessKeyId: accessKey, secretAccessKey: "local" } }),
  });
