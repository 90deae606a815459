/** `npm start [-- --fresh]`: the workbench and the service on this machine, on an embedded database, with the sample's invented data. */
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { USAGE } from "./check/arguments.ts";
import { dataFolder, port } from "./settings.ts";
import { startHere } from "./start/start-here.ts";
import { cannotStart, untilStopped } from "./start/until-stopped.ts";

const { values } = parseArgs({ options: { fresh: { type: "boolean", default: false } } });
const folder = dataFolder(fileURLToPath(new URL("../.data", import.meta.url)));

const here = await startHere({ port: port(3000), folder, isFresh: values.fresh }).catch(cannotStart);
untilStopped(() => here.stop());
const { url } = here;

console.log(`
Open ${url} for the workbench: the sample sheet, checked as you edit it.

For whoever evaluates the trial: ${url}/evaluation/ (npm run seed:year sends it a year of invented months).
For whoever administers policy, register and members: ${url}/admin/

The service is ready at ${url}/api/v1 (what it does: ${url}/api/openapi.json).
To speak to it, sign in as anybody:
  curl -s ${url}/local/token -H 'content-type: application/json' \\
    -d '{"name": "Demo Manager", "roles": ["Manager"], "teams": ["dover"]}'
To check a workbook without it:
  ${USAGE}
Ctrl+C stops it; the data stay in ${folder} (npm start -- --fresh empties it).`);
