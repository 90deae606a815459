import type { SceneOfPage } from "./scene.ts";

/**
 * Runs in every page before its own scripts. Chromium without a head blocks no window: here the rule of browsers is
 * applied to what Chromium says of presses.
 */
export function before(scene: SceneOfPage): void {
  window.scene = scene;
  const open = window.open.bind(window);
  window.openOfExcel = open;
  window.open = (...how) => {
    if (scene.windows === "asked for" && navigator.userActivation.isActive) return open(...how);
    if (scene.windows !== "elsewhere") return null;
    // The page is given a window all the same; nothing ever comes back from it.
    const nothing = (): void => undefined;
    const location = { assign: nothing };
    return { closed: false, close: nothing, focus: nothing, location, document: {} } as unknown as Window;
  };
}
