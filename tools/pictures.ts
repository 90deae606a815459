/** `npm run pictures [-- FOLDER]`: takes the pictures of the guides from the running product, into `docs/pictures` or another folder. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openBrowser } from "./browser/chromium.ts";
import { PICTURES, takePictures } from "./pictures/take-pictures.ts";
import { cannotStart } from "./start/until-stopped.ts";
import { startHere } from "./start/start-here.ts";

const [pictures = fileURLToPath(new URL("../docs/pictures", import.meta.url))] = process.argv.slice(2);
const folder = await mkdtemp(join(tmpdir(), "lp-pictures-"));
const here = await startHere({ port: 0, folder, isFresh: false }).catch(cannotStart);
const browser = await openBrowser();
try {
  await takePictures(browser, here.url, pictures);
  console.log(`Wrote ${PICTURES.map((name) => `${name}.png`).join(", ")}.`);
} finally {
  await browser.close();
  await here.stop();
  await rm(folder, { recursive: true, force: true });
}
