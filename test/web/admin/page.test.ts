import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { signedIn as asPerson } from "../../../tools/seed/service-caller.ts";
import { workbench, type Opened } from "../../browser/support/workbench.ts";
import { aRow } from "../../functions/snapshots/service.ts";
import { workbookOf } from "./staff-workbook.ts";

const here = workbench();

async function signedIn(section = "", width = 1280): Promise<Opened> {
  const opened = await here.open({ viewport: { width, height: 800 } }, `/admin/${section}`);
  await opened.page.getByRole("button", { name: "Sign in as the demo administrator" }).click();
  await opened.page.getByRole("table").first().waitFor();
  return opened;
}

const sheet = (buffer: Uint8Array) => ({
  name: "staff.xlsx",
  mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  buffer: Buffer.from(buffer),
});
const findingsOf = async (page: Page) =>
  (await new AxeBuilder({ page }).analyze()).violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`,
  );

async function beginDraft(page: Page): Promise<void> {
  await page
    .getByRole("button", { name: /^New version from version/ })
    .first()
    .click();
  await page.getByRole("heading", { name: /^New version from version/ }).waitFor();
}

describe("the administration page", () => {
  test("makes a new version of the policy after showing whose verdicts would change", async () => {
    const { page, faults } = await signedIn();
    const versions = page.getByRole("region", { name: "Versions" }).locator("tbody tr");
    const before = await versions.count();
    await page.getByRole("button", { name: "New version from version 2", exact: true }).click();
    const grace = page.getByLabel("Days after the end to confirm in");
    await grace.fill("many");
    expect(await grace.getAttribute("aria-invalid")).toBe("true");
    expect(await page.getByRole("button", { name: "Preview what would change" }).isDisabled()).toBe(true);
    await grace.fill("14");
    await page.getByLabel("Title").fill("Kent, second year");
    await page.getByLabel("In force from").fill("2024-11-01");
    await page.getByRole("checkbox", { name: /^LP-18:/ }).check();
    await page.getByRole("button", { name: "Preview what would change" }).click();
    await page.getByRole("table", { name: "Verdicts on each team's newest list" }).waitFor();
    await page.getByLabel("Reason", { exact: true }).fill("The course was withdrawn.");
    await page.getByRole("button", { name: /^Send as version/ }).click();
    await page.getByText(/^Version \d+ is made\./).waitFor();
    expect(await versions.count()).toBe(before + 1);
    const newest = await versions.first().innerText();
    for (const text of ["Kent, second year", "1 Nov 2024", "The course was withdrawn.", "Demo Admin"])
      expect(newest).toContain(text);
    expect(faults).toEqual([]);
  });

  test.each([1280, 320])("takes a council's own roles, texts and weights at %i pixels", async (width) => {
    const { page, faults } = await signedIn("", width);
    await beginDraft(page);
    await page.getByRole("button", { name: "Add a role" }).click();
    const role = page.getByRole("group", { name: "A new role" });
    await role.getByLabel("Role's name").pressSequentially("Cluster Lead");
    const named = page.getByRole("group", { name: "Cluster Lead", exact: true });
    const kind = named.getByLabel("Kind");
    expect(await kind.getAttribute("aria-invalid")).toBe("true");
    expect(await findingsOf(page)).toEqual([]);
    await kind.selectOption("open to social workers and to others");
    // What has been put right stays open under the hand that put it right.
    await named.getByLabel("Other names, one a line").fill("SW");
    await named.getByText(/repeats the role name "sw" of role 3, “Social Worker”/).waitFor();
    await named.getByLabel("Other names, one a line").fill("CL lead");
    expect(await named.isVisible()).toBe(true);
    await page.getByLabel("Texts that mean early help (EH)").fill("Cluster support\nCP plan");
    await page.getByText("Without this line, “CP plan” is read as child protection.").waitFor();
    await page.getByLabel("Weight of early help").fill("a half");
    expect(await page.getByLabel("Weight of early help").getAttribute("aria-invalid")).toBe("true");
    expect(await findingsOf(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await page.getByLabel("Weight of early help").fill("0.5");
    expect(await page.getByRole("button", { name: "Preview what would change" }).isEnabled()).toBe(true);
    expect(faults).toEqual([]);
  });

  test("says what changed meanwhile, and keeps the draft", async () => {
    const [mine, theirs] = [await signedIn(), await signedIn()];
    for (const { page } of [mine, theirs]) {
      await beginDraft(page);
      await page.getByLabel("Title").fill("From two windows");
      await page.getByLabel("Front door").fill(page === mine.page ? "the Front Door" : "the other Front Door");
      await page.getByRole("button", { name: "Preview what would change" }).click();
      await page.getByRole("button", { name: /^Send as version/ }).waitFor();
    }
    await theirs.page.getByRole("button", { name: /^Send as version/ }).click();
    await theirs.page.getByText(/^Version \d+ is made\./).waitFor();
    await mine.page.getByRole("button", { name: /^Send as version/ }).click();
    await mine.page.getByText(/^Somebody made another version/).waitFor();
    expect(await mine.page.getByLabel("Front door").inputValue()).toBe("the Front Door");
  });

  test("maintains the register from a workbook, after showing what would change", async () => {
    const { page, faults, requests } = await signedIn("#register");
    const [id = "", name = "", role = ""] = await page
      .getByRole("region", { name: "Practitioners" })
      .locator("tbody tr")
      .first()
      .locator("th, td")
      .allInnerTexts();
    await page.getByLabel("Maintain it from a workbook").setInputFiles(
      sheet(
        workbookOf([
          { "Staff number": id, Name: name, Role: role, Team: "Dover", "Case limit": 7 },
          { "Staff number": "N1", Name: "Nia New", Role: "Youth Worker", Team: "Thanet", "Case limit": "" },
        ]),
      ),
    );
    const preview = page.getByRole("region", { name: "What staff.xlsx would change" });
    await preview.getByText("1 person added, 1 changed, 0 the same.").waitFor();
    expect(await preview.getByRole("region", { name: "Changed" }).innerText()).toContain("Case limit");
    expect(requests.filter((one) => one.startsWith("PUT"))).toEqual([]);
    expect(await findingsOf(page)).toEqual([]);
    await preview.getByRole("button", { name: "Send 2 people" }).click();
    await page.getByText("2 people sent to the register.").waitFor();
    await page.getByLabel("Search by name").fill("nia");
    expect(await page.getByRole("region", { name: "Practitioners" }).locator("tbody tr").allInnerTexts()).toEqual([
      expect.stringContaining("Nia New"),
    ]);
    expect(faults).toEqual([]);
  });

  test("adds somebody by e-mail, and gives them other teams", async () => {
    const { page } = await signedIn("#members");
    await page.getByRole("button", { name: "Add somebody by e-mail" }).click();
    await page.getByLabel("E-mail address").fill("nia@council.example");
    await page.getByLabel("Name", { exact: true }).fill("Nia New");
    await page.getByLabel("Dover").check();
    await page.getByRole("button", { name: "Add", exact: true }).click();
    const row = page.getByRole("row", { name: /Nia New/ });
    await row.waitFor();
    expect(await row.innerText()).toMatch(/Dover\s+not yet/);
    await page.getByRole("button", { name: "Change the teams of Nia New" }).click();
    await page.getByLabel("Thanet").check();
    await page.getByRole("button", { name: "Save" }).click();
    await expect.poll(async () => row.innerText()).toContain("Dover, Thanet");
  });

  test("shows the audit trail, and what is older when asked", async () => {
    const admin = await asPerson(here.url(), { name: "Demo Admin", roles: ["Admin"], teams: [] });
    // Looking at the trail is itself a line of it.
    for (let line = 0; line < 20; line += 1) await admin.ask("GET", "/audit?limit=1");
    const { page } = await signedIn("#audit");
    const lines = page.getByRole("region", { name: "Audit trail" }).locator("tbody tr");
    expect(await lines.count()).toBe(50);
    expect(await lines.first().innerText()).toContain("Demo Admin");
    await page.getByRole("button", { name: "Show older ones" }).click();
    await expect.poll(async () => lines.count()).toBeGreaterThan(50);
  });

  test.each([1280, 320])("erases a child after showing what would go, at %i pixels", async (width) => {
    const childRef = `C-9${width}`;
    const manager = await asPerson(here.url(), { name: "Max Manager", roles: ["Manager"], teams: ["dover"] });
    const list = { team: "dover", month: "2024-11", asOf: "2024-11-20", rows: 1, parts: 1 };
    const { uploadId } = (await manager.ask("POST", "/snapshots", list)) as { readonly uploadId: string };
    const rows = [aRow({ childRef, team: "Dover" })];
    await manager.ask("PUT", `/snapshots/uploads/${uploadId}/parts/1`, { rows });
    await manager.ask("POST", `/snapshots/uploads/${uploadId}/commit`);

    const { page, faults } = await here.open({ viewport: { width, height: 800 } }, "/admin/#erasure");
    await page.getByRole("button", { name: "Sign in as the demo administrator" }).click();
    await page.getByLabel("The child's reference").fill(childRef);
    await page.getByRole("button", { name: "See what would go" }).click();
    await page.getByText("1 row would go, from every version").waitFor();
    expect(await findingsOf(page)).toEqual([]);
    const erase = page.getByRole("button", { name: "Erase for good" });
    expect(await erase.isDisabled()).toBe(true);
    await page.getByLabel("The same reference again").fill(childRef);
    await page.getByLabel("Who else has agreed").fill("Cy Colleague");
    await erase.click();
    await page.getByText("The rows have gone. Keep the certificate.").waitFor();
    expect(await findingsOf(page)).toEqual([]);
    const [saved] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Save the certificate" }).click(),
    ]);
    expect(saved.suggestedFilename()).toBe("certificate-of-erasure.txt");
    expect(await page.locator("pre").innerText()).toMatch(/Rows erased: 1, in 1 step/);
    expect(await page.locator("pre").innerText()).not.toContain(childRef);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    expect(faults).toEqual([]);
  });

  test.each([1280, 320])(
    "has nothing for axe to find at %i pixels in any part, and never scrolls sideways as a whole",
    async (width) => {
      const { page } = await signedIn("", width);
      await beginDraft(page);
      for (const part of ["Policy", "Register", "Members and teams", "Audit trail"]) {
        await page.getByRole("link", { name: part }).click();
        await page
          .getByRole("heading", { level: 2, name: part === "Register" ? "Register of practitioners" : part })
          .waitFor();
        await page.getByRole("table").first().waitFor();
        expect(await findingsOf(page), part).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth), part).toBeLessThanOrEqual(width);
      }
      await page.getByRole("link", { name: "Policy" }).click();
      // Nothing of the draft is lost on the way.
      await page.getByRole("heading", { name: /^New version from version/ }).waitFor();
    },
  );

  test("can be worked by keyboard alone", async () => {
    const { page } = await here.open({}, "/admin/");
    await page.getByRole("button", { name: "Sign in as the demo administrator" }).waitFor();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    const begin = page.getByRole("button", { name: /^New version from version/ }).first();
    await begin.waitFor();
    await begin.focus();
    await page.keyboard.press("Enter");
    // The form's heading takes the focus, so that the next key is already in the form.
    await expect
      .poll(async () => page.evaluate(() => document.activeElement?.textContent))
      .toMatch(/^New version from version/);
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("INPUT");
  });

  test("shows nothing before signing in, and nothing after signing out", async () => {
    const { page } = await signedIn();
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.getByRole("button", { name: "Sign in as the demo administrator" }).waitFor();
    expect(await page.getByRole("table").count()).toBe(0);
  });

  test("is served with a policy that runs our scripts alone and no styles written in the page", async () => {
    const policy = (await fetch(`${here.url()}/admin/`)).headers.get("content-security-policy") ?? "";
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toContain("unsafe");
    expect((await fetch(`${here.url()}/admin/nothing.js`)).status).toBe(404);
  });
});
