import type { Frame, Page } from "playwright-core";
import { COUNCIL, EXCEL_ON_THE_WEB } from "./council.ts";
import { scenes, SOON, type Scene } from "./scene.ts";

export interface PaneScene extends Omit<Scene, "windows"> {
  /** On the web the pane is framed by another site; on a desktop it is a page of its own. */
  readonly excel?: "desktop" | "web";
  /** Every window but Excel's own is blocked, even one that somebody pressed for. */
  readonly isBlocking?: boolean;
}

/** What came of a button of the pane. */
export interface Said {
  readonly token?: string;
  readonly refused?: string;
  /** From the press to this. */
  readonly seconds: number;
}

type Way = "Sign in" | "Get a token" | "Get a fresh token" | "Sign out";

/** What signs in for the pane, as it is released, with a button for each thing that is asked of it. */
export function panes() {
  const { enter, ...rest } = scenes();
  return {
    ...rest,
    open: async ({ excel = "desktop", isBlocking = false, ...scene }: PaneScene) => {
      const entered = await enter(excel === "web" ? EXCEL_ON_THE_WEB : `https://${COUNCIL.domain}/addin/probe.html`, {
        ...scene,
        windows: isBlocking ? "blocked" : excel === "web" ? "asked for" : "elsewhere",
      });
      const pane = await paneOf(entered.page);
      const press = async (way: Way): Promise<void> => {
        await pane.getByRole("button", { name: way }).click();
      };
      return {
        ...entered,
        press,
        /** Presses, lets a person do what is theirs, and waits for what comes of it; the seconds are listed. */
        async pressed(way: Way, does?: () => Promise<void>): Promise<Said> {
          await press(way);
          await does?.();
          const said = JSON.parse(await pane.locator("output").innerText({ timeout: SOON })) as Said;
          entered.took(way, said.seconds);
          return said;
        },
      };
    },
  };
}

async function paneOf(page: Page): Promise<Frame> {
  const isPane = (frame: Frame): boolean => frame.url().includes("/addin/probe.html");
  const pane = page.frames().find(isPane) ?? (await page.waitForEvent("framenavigated", { predicate: isPane }));
  await pane.getByRole("button", { name: "Sign out" }).waitFor();
  return pane;
}
