import { describe, expect, test } from "vitest";
import { ADA, CLEO, COUNCIL, MAX, OLA, SUE } from "./support/council.ts";
import { scenes, type Scene } from "./support/scene.ts";

const { enter } = scenes();

const PAGES = { administration: "admin", evaluation: "evaluation" } as const;
const at = (path: string): string => `https://${COUNCIL.domain}/${path}`;

/** A page of the browser as it is released, with the service behind it, and what comes of its button. */
async function aPage(path: string, scene: Scene) {
  const entered = await enter(at(`${path}/`), scene);
  const { page } = entered;
  return {
    ...entered,
    /** Presses, lets a person do what is theirs, and waits for a text; the seconds are listed. */
    async pressed(button: string, text: string | RegExp, does?: () => Promise<void>): Promise<void> {
      await page.getByRole("button", { name: button, exact: true }).click();
      const began = performance.now();
      await does?.();
      await page.getByText(text).first().waitFor({ timeout: 20_000 });
      entered.took(button, (performance.now() - began) / 1000);
    },
  };
}

describe.each(Object.entries(PAGES))("the page of the %s", (name, path) => {
  test("signs in by a window of Microsoft, and the service knows who it is", async () => {
    const admin = await aPage(path, { name: `pop-up, ${name}` });
    await admin.pressed("Sign in", "Ada Sample", () => admin.signsIn(ADA));
  });

  test("signs in silently whoever has signed in to Microsoft", async () => {
    const admin = await aPage(path, { name: `silent, ${name}`, signedIn: [ADA] });
    await admin.pressed("Sign in", "Ada Sample");
    expect(admin.asked().map((asked) => asked.get("prompt"))).toEqual(["none"]);
  });

  test("says that the window was closed, and can be tried again", async () => {
    const admin = await aPage(path, { name: `closed, then again, ${name}` });
    await admin.pressed("Sign in", /sign-in window was closed/, async () => (await admin.microsoft("Sign in")).close());
    await admin.pressed("Sign in", "Ada Sample", () => admin.signsIn(ADA));
  });

  test("says that no window opened", async () => {
    const admin = await aPage(path, { name: `pop-ups blocked, ${name}`, windows: "blocked" });
    await admin.pressed("Sign in", /Allow pop-ups for this page/);
  });
});

describe("the page of the administration", () => {
  const PATH = PAGES.administration;

  test("says what refused: consent", async () => {
    const admin = await aPage(PATH, { name: "consent needed, administration" });
    await admin.pressed("Sign in", /only an administrator may, ask your IT department/, async () => {
      await admin.signsIn(CLEO);
      const window = await admin.microsoft("Need admin approval");
      await window.getByRole("button", { name: "Return to the application without granting consent" }).click();
    });
  });

  test("says what refused: the second step", async () => {
    const admin = await aPage(PATH, { name: "second step refused, administration" });
    await admin.pressed("Sign in", /second step at sign-in/, async () => {
      await admin.signsIn(SUE);
      await (await admin.microsoft("Approve sign in request")).getByRole("button", { name: "Approve" }).click();
    });
  });

  test("says whose account to use where Microsoft kept somebody else's out", async () => {
    const admin = await aPage(PATH, { name: "wrong tenant, closed, administration" });
    await admin.pressed("Sign in", /your council's own Microsoft account/, async () => {
      await admin.signsIn(OLA);
      await (await admin.microsoft("Sorry, but we're having trouble signing you in.")).close();
    });
  });

  test("lets somebody else sign in after signing out", async () => {
    const admin = await aPage(PATH, { name: "another account, administration", signedIn: [MAX] });
    await admin.pressed("Sign in", /You are signed in as Max Sample, without the role Admin/);
    await admin.pressed("Sign out", /Sign in to see it/);
    await admin.pressed("Sign in", "Ada Sample", async () => {
      await (await admin.microsoft("Pick an account")).getByRole("button", { name: "Use another account" }).click();
      await admin.signsIn(ADA);
    });
  });
});

describe("the pane", () => {
  test("says what kept somebody out, signs them in from its own button, and the service knows them", async () => {
    const workbench = await enter(at(""), { name: "the pane itself, framed by the workbench" });
    const pane = workbench.page.frameLocator("iframe");
    await pane.getByRole("button", { name: "Check this sheet" }).click();
    await pane.getByRole("navigation").getByRole("button", { name: "Set-up" }).click();
    const service = pane.getByRole("region", { name: "The council's service" });
    const signIn = service.getByRole("button", { name: "Sign in" });
    await signIn.click();
    await (await workbench.between()).close();
    await pane
      .getByText(/sign-in window was closed/)
      .first()
      .waitFor();
    await signIn.click();
    const began = performance.now();
    await (await workbench.between()).getByRole("button", { name: "Continue" }).click();
    await workbench.signsIn(MAX);
    await service.getByText("Signed in as Max Sample (Manager).").waitFor();
    workbench.took("Sign in", (performance.now() - began) / 1000);
  });
});
