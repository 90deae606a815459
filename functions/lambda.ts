import { randomUUID } from "node:crypto";
import { cachedHashKeys } from "./hashing/hash-keys.ts";
import { jwtVerifier } from "./people/jwt.ts";
import { jsonLog } from "./log.ts";
import { LIMITS, type Dependencies } from "./dependencies.ts";
import type { Settings } from "./settings.ts";
import { dynamoClient } from "./store/client.ts";
import { dynamoTable } from "./store/dynamo.ts";
import { hashKeysInSecretsManager } from "./store/secrets-manager.ts";

const now = (): Date => new Date();

/** The log of a deployed function: its output stream. */
export const log = jsonLog((line) => {
  console.log(line);
}, now);

type TableSettings = Pick<Settings, "tableName" | "region">;

/** The table as a deployed function reaches it. An endpoint is given where the function is tried out locally. */
export const deployedTable = ({ tableName, region }: TableSettings, endpoint: string | undefined) =>
  dynamoTable({
    client: dynamoClient({ region, ...(endpoint === undefined ? {} : { endpoint }) }),
    tableName,
    now,
    log,
  });

/** Everything that the deployed service needs. */
export function deployedDependencies(
  settings: Omit<Settings, "reminderTopic">,
  endpoint: string | undefined,
): Dependencies {
  const { issuer, audience, jwksUrl, scope, hashKeySecret, region, originSecret } = settings;
  return {
    table: deployedTable(settings, endpoint),
    verify: jwtVerifier({ issuer, audience, jwksUrl, scope }),
    hashKeys: cachedHashKeys(hashKeysInSecretsManager(hashKeySecret, region), now),
    now,
    newId: randomUUID,
    log,
    limits: LIMITS,
    originSecret,
  };
}
