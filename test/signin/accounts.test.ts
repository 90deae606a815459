import { describe, expect, test } from "vitest";
import { ADA, MAX } from "./support/council.ts";
import { panes } from "./support/pane.ts";

const { open, who, entra } = panes();

describe("a token that a dialog brought", () => {
  test("is renewed without asking anybody, for whom it was given to", async () => {
    const excel = await open({ name: "dialog, renewed silently" });
    // Below five minutes a token is at its end.
    entra().lasts = 240;
    const first = await excel.pressed("Sign in", () => excel.signsIn(MAX));
    const second = await excel.pressed("Get a token");
    expect(await who(second.token)).toMatchObject({ oid: MAX.oid });
    expect(second.token).not.toBe(first.token);
    expect(excel.asked().at(-1)?.get("login_hint")).toBe(MAX.username);
  });

  test("is used to its end where it cannot be renewed", async () => {
    const excel = await open({ name: "dialog, to its end" });
    Object.assign(entra(), { lasts: 240, isRemembering: false });
    const first = await excel.pressed("Sign in", () => excel.signsIn(MAX));
    const second = await excel.pressed("Get a token");
    expect(second.token).toBe(first.token);
  });

  test("is said to have ended where it cannot be renewed and is no longer believed", async () => {
    const excel = await open({ name: "dialog, cannot be renewed" });
    entra().isRemembering = false;
    await excel.pressed("Sign in", () => excel.signsIn(MAX));
    const { refused } = await excel.pressed("Get a fresh token");
    expect(refused).toMatch(/^Your sign-in has ended: .* about an hour.* Sign in again to go on\.$/);
    const { token } = await excel.pressed("Sign in", () => excel.signsIn(MAX));
    expect(await who(token)).toMatchObject({ oid: MAX.oid });
  });
});

describe("a token of Microsoft's client", () => {
  test("is renewed when the service did not believe it", async () => {
    const excel = await open({ name: "renewed, framed", excel: "web", excelOf: MAX, signedIn: [MAX] });
    const first = await excel.pressed("Sign in");
    const second = await excel.pressed("Get a fresh token");
    expect(await who(second.token)).toMatchObject({ oid: MAX.oid });
    expect(second.token).not.toBe(first.token);
  });

  test("is asked for again, with what Entra wants, where a renewal needs a second step", async () => {
    const excel = await open({ name: "second step at renewal", excel: "web", excelOf: MAX, signedIn: [MAX] });
    await excel.pressed("Sign in");
    entra().isStepDue = true;
    const { refused } = await excel.pressed("Get a fresh token");
    expect(refused).toMatch(/Microsoft wants to know again that it is you/);
  });
});

describe("signing out", () => {
  test("leaves no token, whoever is still signed in to Microsoft", async () => {
    const excel = await open({ name: "sign-out", excel: "web", excelOf: MAX, signedIn: [MAX] });
    await excel.pressed("Sign in");
    await excel.pressed("Sign out");
    expect((await excel.pressed("Get a token")).token).toBeUndefined();
  });

  test("lets somebody else sign in after it, from a frame", async () => {
    const excel = await open({ name: "another account, framed", excel: "web", excelOf: MAX, signedIn: [MAX, ADA] });
    expect(await who((await excel.pressed("Sign in")).token)).toMatchObject({ oid: MAX.oid });
    await excel.pressed("Sign out");
    const { token } = await excel.pressed("Sign in", async () => {
      await (await excel.between()).getByRole("button", { name: "Continue" }).click();
      await (await excel.microsoft("Pick an account")).getByRole("button", { name: ADA.username }).click();
    });
    expect(await who(token)).toMatchObject({ oid: ADA.oid });
    expect(await who((await excel.pressed("Get a fresh token")).token)).toMatchObject({ oid: ADA.oid });
  });

  test("lets somebody else sign in after it, in a dialog", async () => {
    const excel = await open({ name: "another account, dialog", excelOf: MAX, signedIn: [MAX] });
    await excel.pressed("Sign in");
    await excel.pressed("Sign out");
    const { token } = await excel.pressed("Sign in", async () => {
      await (await excel.microsoft("Pick an account")).getByRole("button", { name: "Use another account" }).click();
      await excel.signsIn(ADA);
    });
    expect(await who(token)).toMatchObject({ oid: ADA.oid });
  });

  test("has Excel's own window ask who it is, where Excel signs in", async () => {
    const excel = await open({ name: "signed out and in, nested", broker: { person: MAX } });
    await excel.pressed("Sign in");
    await excel.pressed("Sign out");
    expect(await who((await excel.pressed("Sign in")).token)).toMatchObject({ oid: MAX.oid });
    expect(excel.brokered).toContain("GetTokenPopup");
  });

  test("stays so where the next sign-in is given up", async () => {
    const excel = await open({ name: "sign-out, then given up", excelOf: MAX, signedIn: [MAX] });
    await excel.pressed("Sign in");
    await excel.pressed("Sign out");
    await excel.pressed("Sign in", async () => (await excel.microsoft("Pick an account")).close());
    expect((await excel.pressed("Get a token")).token).toBeUndefined();
  });
});

describe("two accounts in one browser", () => {
  test("are told apart by whom Excel is used", async () => {
    const excel = await open({ name: "two accounts, known", excel: "web", excelOf: ADA, signedIn: [MAX, ADA] });
    expect(await who((await excel.pressed("Sign in")).token)).toMatchObject({ oid: ADA.oid });
  });

  test("are told apart by the person where Excel does not say", async () => {
    const excel = await open({ name: "two accounts, asked", signedIn: [MAX, ADA] });
    const { token } = await excel.pressed("Sign in", async () => {
      await (await excel.microsoft("Pick an account")).getByRole("button", { name: ADA.username }).click();
    });
    expect(await who(token)).toMatchObject({ oid: ADA.oid });
  });
});
