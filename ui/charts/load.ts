import type { Draw } from "./chart-data.ts";

const isDrawer = (module: unknown): module is { readonly draw: Draw } =>
  typeof module === "object" && module !== null && "draw" in module && typeof module.draw === "function";

let loaded: Promise<Draw | undefined> | undefined;

/** Beside the page; worked out when it runs, so that the bundler leaves it out of this script. */
const fromFile = (): Promise<unknown> => {
  const address = new URL("charts.js", document.baseURI).href;
  return import(address);
};

/** What draws charts; undefined where it cannot be loaded, and the tables stand alone. Asked again the next time. */
export function loadDraw(load: () => Promise<unknown> = fromFile): Promise<Draw | undefined> {
  loaded ??= load()
    .then(
      (module) => (isDrawer(module) ? module.draw : undefined),
      () => undefined,
    )
    .then((draw) => {
      if (!draw) loaded = undefined;
      return draw;
    });
  return loaded;
}
