import { element } from "./elements.ts";

/** Where F6 goes in turn, as between Excel's ribbon, its sheet and its panes. */
const PLACES = ["ribbon", "sheet", "pane"] as const;

/** What had the keyboard last outside the grid, in the page or in the pane; the browser forgets it when it goes elsewhere. */
let lastOutside: HTMLElement | undefined;
let lastInPane: HTMLElement | undefined;
/** Whether somebody has gone to the grid: by pointer, by Tab or by F6. */
let isGridWanted = false;

/** Remembers what has the keyboard in the pane. */
export function rememberKeyboard(pane: Document): void {
  pane.addEventListener("focusin", ({ target }) => {
    lastInPane = target as HTMLElement;
    wentOutside(lastInPane);
  });
  // Back from the pane's first control is the grid.
  pane.addEventListener(
    "keydown",
    ({ key }) => {
      if (key === "Tab") isGridWanted = true;
    },
    { capture: true },
  );
}

function wentOutside(to: HTMLElement): void {
  lastOutside = to;
  isGridWanted = false;
}

/** To where it was before, else to the first control: a page as a whole would not show that it has the keyboard. */
function enterPane(): void {
  const pane = element("pane").querySelector("iframe")?.contentDocument;
  const known = lastInPane?.isConnected && lastInPane.ownerDocument === pane ? lastInPane : undefined;
  (known ?? pane?.querySelector<HTMLElement>("button, a") ?? element("pane")).focus();
}

function enter(place: (typeof PLACES)[number]): void {
  if (place === "ribbon") element("ribbon").querySelector("button")?.focus();
  else if (place === "pane") enterPane();
  else {
    isGridWanted = true;
    element("sheet").querySelector<HTMLElement>("canvas[tabindex]")?.focus();
  }
}

function onKey(event: KeyboardEvent): void {
  if (event.key !== "F6" || event.altKey || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  event.stopPropagation();
  const places = PLACES.filter((place) => !element(place).hidden);
  const active = document.activeElement;
  // Nothing has the keyboard at first: the ribbon comes next then.
  const now = places.findIndex((place) => element(place).contains(active));
  const step = event.shiftKey ? places.length - 1 : 1;
  const next = places[(now + step) % places.length];
  if (next) enter(next);
}

/** F6 in the page or in the pane leads on; in the grid Tab does not, as it goes to the next cell there. */
export function leadOn(window: Window): void {
  // Before Univer, which stops keys that it has no use for.
  window.addEventListener("keydown", onKey, { capture: true });
}

function giveBack(): void {
  if (lastOutside?.isConnected) {
    // A heading may have been given the keyboard once, and takes it no more.
    if (lastOutside.tabIndex < 0) lastOutside.tabIndex = -1;
    lastOutside.focus();
    return;
  }
  if (lastOutside && lastOutside === lastInPane) {
    enterPane();
    return;
  }
  const { body } = document;
  // Focused for a moment, so that Tab begins with the page and not where the grid had been.
  body.tabIndex = -1;
  body.focus();
  body.removeAttribute("tabindex");
}

/**
 * Univer takes the keyboard when it is ready, when a cell is gone to and after some commands, whatever it is told. It
 * stays where it was unless somebody goes to the grid.
 */
export function keepKeyboardHere(): void {
  const grid = element("grid");
  // Univer's editor of cells begins its life beside the grid, and is moved into it.
  const isOfGrid = (to: HTMLElement): boolean =>
    grid.contains(to) || to.id.startsWith("__editor_") || to.closest("[data-u-comp]") !== null;
  const want = (): void => {
    isGridWanted = true;
  };
  for (const kind of ["keydown", "pointerdown"]) grid.addEventListener(kind, want, { capture: true });
  window.addEventListener(
    "keydown",
    ({ key }) => {
      if (key === "Tab") want();
    },
    { capture: true },
  );
  document.addEventListener("focusin", ({ target }) => {
    const to = target as HTMLElement;
    // The pane's own window says what in it has the keyboard.
    if (to.tagName === "IFRAME") isGridWanted = false;
    else if (!isOfGrid(to)) wentOutside(to);
    else if (!isGridWanted) giveBack();
  });
}
