import { describe, expect, test } from "vitest";
import { CLEO, CORA, MAX, OLA, SEB, SUE } from "./support/council.ts";
import { panes } from "./support/pane.ts";

const { open, who } = panes();

type Excel = Awaited<ReturnType<typeof open>>;

/** Each way in which a person is asked in a window of Microsoft. */
const WAYS = [
  ["in a dialog", {}],
  ["from a frame", { excel: "web" }],
] as const;

/** Gets as far as Microsoft's window. */
async function toMicrosoft(excel: Excel, how: { readonly excel?: "web" }): Promise<void> {
  if (how.excel === "web") await (await excel.between()).getByRole("button", { name: "Continue" }).click();
}

describe.each(WAYS)("a sign-in %s", (where, how) => {
  test("says that the council must consent, after Microsoft has said so", async () => {
    const excel = await open({ name: `consent needed, ${where}`, ...how });
    const { refused } = await excel.pressed("Sign in", async () => {
      await toMicrosoft(excel, how);
      await excel.signsIn(CLEO);
      const window = await excel.microsoft("Need admin approval");
      await window.getByRole("button", { name: "Return to the application without granting consent" }).click();
    });
    expect(refused).toMatch(/where only an administrator may, ask your IT department/);
  });

  test("goes on once somebody consents for themselves", async () => {
    const excel = await open({ name: `consent given, ${where}`, ...how });
    const { token } = await excel.pressed("Sign in", async () => {
      await toMicrosoft(excel, how);
      await excel.signsIn(CORA);
      await (await excel.microsoft("Permissions requested")).getByRole("button", { name: "Accept" }).click();
    });
    expect(await who(token)).toMatchObject({ oid: CORA.oid });
  });

  test("says that a second step was not completed", async () => {
    const excel = await open({ name: `second step refused, ${where}`, ...how });
    const { refused } = await excel.pressed("Sign in", async () => {
      await toMicrosoft(excel, how);
      await excel.signsIn(SUE);
      await (await excel.microsoft("Approve sign in request")).getByRole("button", { name: "Approve" }).click();
    });
    expect(refused).toMatch(/second step at sign-in \(multi-factor authentication\)/);
  });

  test("asks for the second step of somebody who has signed in without one", async () => {
    const excel = await open({ name: `second step taken, ${where}`, ...how, excelOf: SEB, signedIn: [SEB] });
    const { token } = await excel.pressed("Sign in", async () => {
      await toMicrosoft(excel, how);
      await (await excel.microsoft("Approve sign in request")).getByRole("button", { name: "Approve" }).click();
    });
    expect(await who(token)).toMatchObject({ oid: SEB.oid });
  });

  test("says that Microsoft's window was closed, and whose account to use where it was another's", async () => {
    const excel = await open({ name: `wrong tenant, closed, ${where}`, ...how });
    const { refused } = await excel.pressed("Sign in", async () => {
      await toMicrosoft(excel, how);
      await excel.signsIn(OLA);
      await (await excel.microsoft("Sorry, but we're having trouble signing you in.")).close();
    });
    expect(refused).toMatch(/window was closed.*your council's own Microsoft account/);
  });

  test("can be tried again after its window was closed", async () => {
    const excel = await open({ name: `closed, then again, ${where}`, ...how });
    await excel.pressed("Sign in", async () => {
      await toMicrosoft(excel, how);
      await (await excel.microsoft("Sign in")).close();
    });
    const { token } = await excel.pressed("Sign in", async () => {
      await toMicrosoft(excel, how);
      await excel.signsIn(MAX);
    });
    expect(await who(token)).toMatchObject({ oid: MAX.oid });
  });
});

describe("a sign-in from a frame", () => {
  test("says that the window between was closed", async () => {
    const excel = await open({ name: "closed, the window between", excel: "web" });
    const { refused } = await excel.pressed("Sign in", async () => {
      await (await excel.between()).close();
    });
    expect(refused).toMatch(/window was closed/);
  });

  test("never lets its own window open anything but Microsoft's sign-in", async () => {
    const excel = await open({ name: "the window between, linked to by somebody else", excel: "web" });
    await excel.press("Sign in");
    const between = await excel.between();
    const request = JSON.stringify({ id: "x", method: "GET", url: "https://elsewhere.example/" });
    const address = `${between.url().split("#")[0] ?? ""}#${new URLSearchParams({ req: request }).toString()}`;
    const before = excel.context.pages().length;
    await between.goto("about:blank");
    await between.goto(address);
    await between.getByRole("button", { name: "Continue" }).click();
    await between.getByText("Nothing waits for this window any more.").waitFor();
    expect(excel.context.pages()).toHaveLength(before);
  });
});

describe("a sign-in by Excel's own broker", () => {
  test.each([
    ["closed", { status: "USER_CANCEL" }, /window was closed/],
    [
      "consent needed",
      { status: "PERSISTENT_ERROR", code: "invalid_grant", description: "AADSTS65001: … has not consented …" },
      /has not consented to this add-in yet/,
    ],
    [
      "wrong tenant",
      { status: "PERSISTENT_ERROR", code: "invalid_grant", description: "AADSTS50020: User account …" },
      /does not belong to your council/,
    ],
    [
      "second step refused",
      { status: "USER_INTERACTION_REQUIRED", code: "interaction_required", description: "AADSTS50076: …" },
      /second step at sign-in/,
    ],
    [
      "set up wrongly",
      { status: "PERSISTENT_ERROR", code: "invalid_client", description: "AADSTS700016: Application …" },
      /did not sign you in \(AADSTS700016\)/,
    ],
  ] as const)("says so when it is %s, and opens nothing else", async (name, asked, sentence) => {
    const excel = await open({
      name: `nested, ${name}`,
      broker: { person: MAX, silently: { status: "USER_INTERACTION_REQUIRED" }, asked },
    });
    const { refused } = await excel.pressed("Sign in");
    expect(refused).toMatch(sentence);
    expect(excel.asked()).toEqual([]);
  });
});
