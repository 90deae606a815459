import { randomBytes } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serve } from "@hono/node-server";
import { startEngine } from "../../functions/local/dynalite.ts";
import { localIssuer } from "../../functions/local/issuer.ts";
import { createTable } from "../../functions/store/create-table.ts";
import { dynamoTable } from "../../functions/store/dynamo.ts";
import { bundle } from "../../tools/build/lambda.ts";
import type { Service } from "../functions/http/caller.ts";
import { serveLambda } from "./gateway.ts";
import { guarded, rightsOf } from "./guarded.ts";
import { listening } from "./runtime-api.ts";

const TABLE = "deployed";
const AUDIENCE = "api://deployed";
const SCOPE = "access_as_user";
const ORIGIN_SECRET = "what only the front in these tests knows";

/** Secrets Manager, as far as one secret goes. */
const secretsManager = () => {
  const secret = JSON.stringify({ newest: 1, keys: { 1: randomBytes(32).toString("base64") } });
  return createServer((_request, response) => {
    response
      .writeHead(200, { "content-type": "application/x-amz-json-1.1" })
      .end(JSON.stringify({ Name: "hash-keys", SecretString: secret }));
  });
};

/** The bundle that is deployed, run by AWS's own runtime client, with everything around it on this machine. */
export async function startDeployed(): Promise<
  Service & { readonly stop: () => Promise<void>; readonly log: () => string; readonly inputs: readonly string[] }
> {
  const folder = mkdtempSync(join(tmpdir(), "lp-lambda-"));
  const inputs = await bundle("api", join(folder, "api"));
  const now = (): Date => new Date();
  const engine = await startEngine({ accessKey: "local" });
  await createTable(engine.client, TABLE);
  const table = dynamoTable({ client: engine.client, tableName: TABLE, now, log: () => undefined });
  const secrets = secretsManager();
  const secretsPort = await listening(secrets);
  const rights = rightsOf("ApiRole");
  const tableGuard = await guarded(engine.endpoint, rights);
  const secretsGuard = await guarded(`http://127.0.0.1:${secretsPort}`, rights);

  const issuer = "http://localhost/issuer";
  const { app, signIn } = await localIssuer({ folder, issuer, audience: AUDIENCE, scope: SCOPE, table, now });
  const keyServer = serve({ fetch: app.fetch, hostname: "127.0.0.1", port: 0 });
  await new Promise((resolve) => keyServer.once("listening", resolve));
  const address = keyServer.address();
  const keyPort = typeof address === "object" && address ? address.port : 0;

  const lambda = await serveLambda(
    join(folder, "api"),
    "index.handler",
    {
      TABLE_NAME: TABLE,
      TOKEN_ISSUER: issuer,
      TOKEN_AUDIENCE: AUDIENCE,
      TOKEN_SCOPE: SCOPE,
      TOKEN_JWKS_URL: `http://localhost:${keyPort}/local/jwks`,
      HASH_KEY_SECRET: "hash-keys",
      ORIGIN_SECRET,
      AWS_ENDPOINT_URL: tableGuard.url,
      AWS_ENDPOINT_URL_SECRETS_MANAGER: secretsGuard.url,
      AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true",
    },
    { "x-origin-secret": ORIGIN_SECRET },
  );
  return {
    url: lambda.url,
    inputs,
    log: () => lambda.runtime.log,
    token: (name, roles, teams = []) =>
      signIn({ name, roles: [...roles] as Parameters<typeof signIn>[0]["roles"], teams: [...teams] }),
    stop: async () => {
      lambda.stop();
      keyServer.close();
      tableGuard.stop();
      secretsGuard.stop();
      secrets.close();
      await engine.close();
    },
  };
}
