import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser } from "../../tools/browser/chromium.ts";
import { PICTURES, takePictures } from "../../tools/pictures/take-pictures.ts";
import { startHere } from "../../tools/start/start-here.ts";

const folder = mkdtempSync(join(tmpdir(), "lp-pictures-"));
let here: Awaited<ReturnType<typeof startHere>>;
beforeAll(async () => {
  here = await startHere({ port: 0, folder: join(folder, "data"), isFresh: false });
});
afterAll(async () => {
  await here.stop();
  rmSync(folder, { recursive: true, force: true });
});

const PNG = "\x89PNG";

test("npm run pictures takes each picture of the guides from the product as it is", async () => {
  const browser = await openBrowser();
  await takePictures(browser, here.url, join(folder, "pictures"));
  await browser.close();
  expect(readdirSync(join(folder, "pictures")).sort()).toEqual(PICTURES.map((name) => `${name}.png`).sort());
  for (const name of PICTURES) {
    const bytes = readFileSync(join(folder, "pictures", `${name}.png`));
    expect(bytes.toString("latin1", 0, 4)).toBe(PNG);
    expect(bytes.length).toBeGreaterThan(10_000);
  }
});
