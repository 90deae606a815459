import { element } from "./elements.ts";

/** Where F6 goes in turn, as between Excel's ribbon, its sheet and its panes. */
const PLACES = ["ribbon", "sheet", "pane"] as const;

/** What had the keyboard in the pane last; the browser forgets it when it goes elsewhere. */
let lastInPane: HTMLElement | undefined;

export function rememberKeyboard(pane: Document): void {
  pane.addEventListener("focusin", ({ target }) => { lastInPane = target as HTMLElement; });
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
  else element("sheet").querySelector<HTMLElement>("canvas[tabindex]")?.focus();
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
  // The key may have been pressed in the pane's own window.
  letKeyboardGo();
  const next = places[(now + step) % places.length];
  if (next) enter(next);
}

/** F6 in the page or in the pane leads on; in the grid Tab does not, as it goes to the next cell there. */
export function leadOn(window: Window): void {
  // Before Univer, which stops keys that it has no use for.
  window.addEventListener("keydown", onKey, { capture: true });
  letGoWhenUsed(window);
}

const giveBack = (): void => {
  const { body } = document;
  // Focused for a moment, so that Tab begins with the page and not where the grid had been.
  body.tabIndex = -1;
  body.focus();
  body.removeAttribute("tabindex");
};

function letKeyboardGo(): void {
  element("grid").removeEventListener("focusin", giveBack);
}

function letGoWhenUsed(window: Window): void {
  for (const kind of ["keydown", "pointerdown"]) window.addEventListener(kind, letKeyboardGo, { capture: true, once: true });
}

/** Univer takes the keyboard when it is ready, whatever it is told; until somebody does something, here or in the pane, it stays where it was. */
export function keepKeyboardHere(): void {
  element("grid").addEventListener("focusin", giveBack);
  letGoWhenUsed(window);
}
