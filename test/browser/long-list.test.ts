import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { describe, expect, test } from "vitest";
import { readWorkbook } from "../../xlsx/read-workbook.ts";
import { PROOF } from "../settings.ts";
import type { LongList } from "./long-page.ts";
import { workbench } from "./support/workbench.ts";

declare const openPane: (list: LongList) => void;

const here = workbench();
const COUNT = PROOF.rows;
const MOST_IN_A_PART = 2_000;

function longList(): LongList {
  const sample = readWorkbook(
    readFileSync(fileURLToPath(new URL("../../web/workbench/sample/allocations.xlsx", import.meta.url))),
  );
  if ("unreadable" in sample) throw new Error(sample.unreadable);
  const rows = sample.sheets[0]?.rows ?? [];
  const headers = (rows[3] ?? []).slice(0, 42);
  const row = rows.slice(4).find((cells) => cells[3] === "Dover" && cells[2] === "No") ?? [];
  return { headers, row: row.slice(0, 42), count: COUNT };
}

async function script(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: ["test/browser/long-page.ts"],
    bundle: true,
    format: "iife",
    target: "es2022",
    write: false,
    logLevel: "error",
  });
  return outputFiles.map(({ text }) => text).join("");
}

describe("a long list", () => {
  test(`of ${COUNT} rows is sent in parts with progress, while the pane goes on`, async () => {
    const content = await script();
    const { page, pane, requests } = await here.open({}, "/", async (opening) => {
      await opening.route("**/", (route) =>
        route.fulfill({ contentType: "text/html", body: "<!doctype html><title>A long list</title><body></body>" }),
      );
    });
    await page.addScriptTag({ content });
    await page.evaluate((list) => {
      openPane(list);
    }, longList());
    await pane.getByRole("button", { name: "Skip" }).click({ timeout: 60_000 });
    await pane.getByRole("navigation").getByRole("button", { name: "Snapshots" }).click();
    await pane.locator("main").getByRole("button", { name: "Sign in" }).click();
    const show = pane.getByRole("button", { name: "Show what would be sent" });
    await show.waitFor({ timeout: 60_000 });
    await page.waitForTimeout(2_000);
    await page.evaluate(() => {
      const tasks: number[] = [];
      Object.assign(window, { tasks });
      // The longest stretches in which the page could not draw; how long they are is for the reader, not for the test.
      new PerformanceObserver((seen) => {
        for (const { duration } of seen.getEntries()) tasks.push(Math.round(duration));
      }).observe({ type: "longtask" });
    });
    await show.click();
    const send = pane.getByRole("button", { name: "Send November 2024" });
    await send.waitFor({ timeout: 120_000 });
    const progress = pane.getByRole("progressbar", { name: "Rows" });
    await Promise.all([progress.waitFor(), send.click()]);
    await pane.getByText(/^November 2024 of .* was received as version \d+/).waitFor({ timeout: 120_000 });
    const tasks = await page.evaluate(() => (window as { tasks?: number[] }).tasks ?? []);
    console.log(
      `${COUNT} rows: tasks over 50 ms while it was shown and sent: ${tasks.length === 0 ? "none" : tasks.join(", ")} ms`,
    );
    const parts = requests.filter((request) => request.includes("/parts/"));
    expect(parts.length).toBeGreaterThanOrEqual(COUNT / MOST_IN_A_PART);
  }, 300_000);
});
