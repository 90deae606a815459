import { element } from "./elements.ts";

/** Where F6 goes in turn, as between Excel's ribbon, its sheet and its panes. */
const PLACES = ["ribbon", "sheet", "pane"] as const;

function enter(place: (typeof PLACES)[number]): void {
  if (place === "ribbon") element("ribbon").querySelector("button")?.focus();
  else if (place === "pane") (element("pane").querySelector("iframe")?.contentWindow ?? element("pane")).focus();
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
  const next = places[(now + step) % places.length];
  if (next) enter(next);
}

/** F6 in the page or in the pane leads on; in the grid Tab does not, as it goes to the next cell there. */
export function leadOn(window: Window): void {
  // Before Univer, which stops keys that it has no use for.
  window.addEventListener("keydown", onKey, { capture: true });
}

/** Univer takes the keyboard when it is ready, whatever it is told; until somebody does something it stays where it was. */
export function keepKeyboardHere(): void {
  const { body } = document;
  const giveBack = (): void => {
    // Focused for a moment, so that Tab begins with the page and not where the grid had been.
    body.tabIndex = -1;
    body.focus();
    body.removeAttribute("tabindex");
  };
  const grid = element("grid");
  grid.addEventListener("focusin", giveBack);
  for (const kind of ["keydown", "pointerdown"]) {
    window.addEventListener(kind, () => { grid.removeEventListener("focusin", giveBack); }, { capture: true, once: true });
  }
}
