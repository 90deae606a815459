/**
 * `npm run sideload`: opens the add-in in the Excel of this Windows or Mac, from the service on this machine. Microsoft's
 * own tools make the certificate and register the add-in; they are fetched when they are wanted, and are no dependency.
 */
import { readFileSync } from "node:fs";
import { createServer } from "node:https";
import { homedir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { LOCAL_BASE } from "./build/manifest.ts";
import { logError } from "./microsoft/log-error.ts";
import { runTool } from "./microsoft/run-tool.ts";
import { dataFolder } from "./settings.ts";
import { refusal } from "./sideload/refusal.ts";
import { passingOnTo } from "./sideload/https-front.ts";
import { startHere } from "./start/start-here.ts";
import { cannotStart, untilStopped } from "./start/until-stopped.ts";

const MANIFEST = "dist/addin/manifest.xml";

const at = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));
/** The server answers meanwhile, since Excel asks for the add-in before the tool ends. */
async function tool(...[name, ...args]: Parameters<typeof runTool>): Promise<void> {
  if ((await runTool(name, ...args)) !== 0)
    throw new Error(`${name} could not do its part; what it says stands above.`);
}

const why = refusal(process.platform);
if (why !== undefined) cannotStart(new Error(why));

try {
  await tool("office-addin-dev-certs", "install");
  const made = (file: string): Buffer => readFileSync(join(homedir(), ".office-addin-dev-certs", file));
  const here = await startHere({ port: 0, folder: dataFolder(at(".data")), isFresh: false });
  const front = createServer({ key: made("localhost.key"), cert: made("localhost.crt") }, passingOnTo(here.url));
  await new Promise<void>((listening, failed) => {
    front.once("error", failed).listen(Number(new URL(LOCAL_BASE).port), "localhost", listening);
  });
  untilStopped(async () => {
    await tool("office-addin-debugging", "stop", MANIFEST);
    front.closeAllConnections();
    front.close();
    await here.stop();
  });
  await tool("office-addin-debugging", "start", MANIFEST, "desktop", "--app", "excel", "--no-debug");
  console.log("Excel opens with the add-in on its Home tab. Ctrl+C takes it out again and stops the service.");
} catch (error) {
  logError(error);
  process.exit(1);
}
