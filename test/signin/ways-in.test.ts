import { describe, expect, test } from "vitest";
import { COUNCIL, MAX } from "./support/council.ts";
import { panes } from "./support/pane.ts";

const { open, who } = panes();

describe("signing in", () => {
  test("happens inside Excel where it brings nested app authentication", async () => {
    const excel = await open({ name: "nested, silent", broker: { person: MAX }, excelOf: MAX });
    const { token } = await excel.pressed("Sign in");
    expect(await who(token)).toMatchObject({ oid: MAX.oid, tid: COUNCIL.tenant, roles: ["Manager"] });
    expect(excel.asked()).toEqual([]);
  });

  test("asks by Excel's own window where Excel must", async () => {
    const excel = await open({
      name: "nested, asked",
      broker: { person: MAX, silently: { status: "USER_INTERACTION_REQUIRED", code: "interaction_required" } },
    });
    const { token } = await excel.pressed("Sign in");
    expect(await who(token)).toMatchObject({ oid: MAX.oid });
    expect(excel.brokered).toContain("GetTokenPopup");
  });

  test("has Excel's dialog where Excel does not offer nested app authentication for this workbook", async () => {
    const status = "NESTED_APP_AUTH_UNAVAILABLE";
    const excel = await open({
      name: "nested, not for this workbook",
      broker: { person: MAX, silently: { status }, asked: { status } },
    });
    const { token } = await excel.pressed("Sign in", () => excel.signsIn(MAX));
    expect(await who(token)).toMatchObject({ oid: MAX.oid });
  });

  test("is silent for whoever has signed in to Microsoft", async () => {
    const excel = await open({ name: "silent, desktop", signedIn: [MAX], excelOf: MAX });
    const { token } = await excel.pressed("Sign in");
    expect(await who(token)).toMatchObject({ oid: MAX.oid });
  });

  test("is silent in a frame of Excel on the web", async () => {
    const excel = await open({ name: "silent, framed", excel: "web", signedIn: [MAX], excelOf: MAX });
    const { token } = await excel.pressed("Sign in");
    expect(await who(token)).toMatchObject({ oid: MAX.oid });
  });

  test("goes straight to a dialog of Excel where there is no nested app authentication", async () => {
    const excel = await open({ name: "dialog", excelOf: MAX });
    const { token } = await excel.pressed("Sign in", async () => {
      const window = await excel.microsoft("Sign in");
      expect(await window.getByLabel("Email").inputValue()).toBe(MAX.username);
      await window.getByRole("button", { name: "Next" }).click();
    });
    expect(await who(token)).toMatchObject({ oid: MAX.oid });
  });

  test("keeps nothing of a dialog's sign-in in its storage, and takes nothing of Excel's away", async () => {
    const excel = await open({ name: "dialog, its storage", excelOf: MAX });
    await excel.pressed("Sign in", () => excel.signsIn(MAX));
    const [kept = ""] = excel.stored;
    expect(kept).toContain('"hostInfoValue":"Excel$Web');
    expect(kept).not.toMatch(/msal|LeadProfessional|eyJ|Sample/i);
  });

  test("goes through a window of our own from a frame, since browsers part a frame from Microsoft's window", async () => {
    const excel = await open({ name: "pop-up, framed", excel: "web", excelOf: MAX });
    const { token } = await excel.pressed("Sign in", async () => {
      await (await excel.between()).getByRole("button", { name: "Continue" }).click();
      await excel.signsIn(MAX);
    });
    expect(await who(token)).toMatchObject({ oid: MAX.oid });
  });

  test("from a frame falls back to Excel's dialog where no window may open", async () => {
    const excel = await open({ name: "pop-ups blocked, framed", excel: "web", excelOf: MAX, isBlocking: true });
    const { token } = await excel.pressed("Sign in", () => excel.signsIn(MAX));
    expect(await who(token)).toMatchObject({ oid: MAX.oid });
  });

  test("is parted in this browser as in everybody's: what a frame keeps is not what a window keeps", async () => {
    const excel = await open({ name: "partitioning", excel: "web" });
    const window = await excel.context.newPage();
    await window.goto(`https://${COUNCIL.domain}/addin/probe.html`);
    const keep = () => {
      localStorage.setItem("kept", "by the window");
    };
    await window.evaluate(keep);
    const [, frame] = excel.page.frames();
    expect(await window.evaluate(() => localStorage.getItem("kept"))).toBe("by the window");
    expect(await frame?.evaluate(() => localStorage.getItem("kept"))).toBeNull();
  });
});
