/** `npm start [-- --fresh]`: the service on this machine, on an embedded database, with the sample's invented data. */
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { startLocal } from "../functions/local.ts";
import { kentTrial2024 } from "../rules/policies/index.ts";
import { USAGE } from "./check/arguments.ts";
import { seed, type Caller } from "./seed.ts";
import { dataFolder, port } from "./settings.ts";

const { values } = parseArgs({ options: { fresh: { type: "boolean", default: false } } });

const folder = dataFolder(fileURLToPath(new URL("../.data", import.meta.url)));
const local = await startLocal({
  port: port(3000), folder, isFresh: values.fresh, writeLog: (line) => { process.stderr.write(`${line}\n`); },
}).catch((error: unknown) => {
  const isTaken = error instanceof Error && "code" in error && error.code === "EADDRINUSE";
  console.error(isTaken ? `Port ${port(3000)} is taken. Stop what uses it, or choose another: PORT=3001 npm start` : error instanceof Error ? error.message : "The service cannot start.");
  process.exit(1);
});

let stopping = false;
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => {
    if (stopping) return;
    stopping = true;
    void local.stop().then(() => process.exit(0), () => process.exit(1));
  });
}

const demo = { name: "Demo Manager", teams: kentTrial2024.trial.teams.map(({ id }) => id) };
const tokens = {
  Admin: await local.signIn({ name: "Demo Admin", roles: ["Admin"], teams: [] }),
  Manager: await local.signIn({ ...demo, roles: ["Manager"] }),
};

const call: Caller["call"] = async (as, method, path, body) => {
  const response = await fetch(`${local.url}/api/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${tokens[as]}`, ...(body === undefined ? {} : { "content-type": "application/json" }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const answer: unknown = response.status === 204 ? undefined : await response.json();
  if (!response.ok) throw new Error(`${method} ${path} was answered with ${response.status}: ${String((answer as { detail?: unknown }).detail)}`);
  return answer;
};

const { items } = (await call("Admin", "GET", "/practitioners?limit=1")) as { items: readonly unknown[] };
if (items.length === 0) {
  const { people, teams } = await seed({ call });
  console.log(`Put the sample's ${people} invented practitioners and the lists of ${teams} teams into ${folder}.`);
}

console.log(`
The service is ready at ${local.url}/api/v1 (what it does: ${local.url}/api/openapi.json).
To speak to it, sign in as anybody:
  curl -s ${local.url}/local/token -H 'content-type: application/json' \\
    -d '{"name": "Demo Manager", "roles": ["Manager"], "teams": ["dover"]}'
To check a workbook without it:
  ${USAGE}
Ctrl+C stops it; the data stay in ${folder} (npm start -- --fresh empties it).`);
