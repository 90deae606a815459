/** `npm run pictures`: takes the pictures of the guides from the running product. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openBrowser } from "./browser/chromium.ts";
import { PICTURES, takePictures } from "./pictures/take-pictures.ts";
import { cannotStart } from "./start/until-stopped.ts";
import { startHere } from "./start/start-here.ts";

const folder = await mkdtemp(join(tmpdir(), "lp-pictures-"));
const here = await startHere({ port: 0, folder, isFresh: false }).catch(cannotStart);
const browser = await openBrowser();
try {
  await takePictures(browser, here.url, fileURLToPath(new URL("../docs/pictures", import.meta.url)));
  console.log(`Wrote ${PICTURES.map((name) => `docs/pictures/${name}.png`).join(", ")}.`);
} finally {
  await browser.close();
  await here.stop();
  await rm(folder, { recursive: true, force: true });
}
