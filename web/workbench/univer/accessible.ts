/** Attributes that Univer's own controls lack, or get wrong, by what they are found by; null takes one away. */
const AMENDED: readonly (readonly [selector: string, attributes: Readonly<Record<string, string | null>>])[] = [
  // A tabindex above 0 comes before the whole page; the canvases of its text editors are no places to go to at all.
  ["canvas[id^='univer-doc']", { tabindex: "-1", "aria-hidden": "true" }],
  ["canvas[id^='univer-sheet-main']", { tabindex: "0", role: "img", "aria-label": "The sheet, drawn as a picture" }],
  ["[data-u-comp='editor']", { role: "textbox", "aria-label": "The chosen cell" }],
  ["[data-u-comp='defined-name'] input", { "aria-label": "Cell or name to go to" }],
  ["[data-u-comp='defined-name'] a[aria-haspopup]", { role: "button", "aria-label": "Names of the workbook" }],
  ["header button:not([aria-label])", { "aria-label": "Close" }],
  ["footer > * button[data-u-comp='sheet-bar-append-button']", { "aria-label": "New sheet" }],
  // What opens the menu of all sheets is a button inside a button.
  ["[data-slot='dropdown-menu-trigger']", { "aria-haspopup": null, "aria-expanded": null }],
  ["[data-slot='dropdown-menu-trigger'] button", { "aria-label": "All sheets" }],
  // The page has a main part already, in which the grid stands.
  ["main", { role: "none" }],
  ["section[aria-live]", { role: "status", "aria-label": null }],
];

function amend(container: Element): void {
  for (const [selector, attributes] of AMENDED) {
    for (const found of container.querySelectorAll(selector)) {
      for (const [name, value] of Object.entries(attributes)) {
        if (value === null) found.removeAttribute(name);
        else if (found.getAttribute(name) !== value) found.setAttribute(name, value);
      }
    }
  }
}

/** Keeps Univer's controls named for whoever does not see them; gives back a function that stops it. */
export function keepAccessible(container: Element): () => void {
  amend(container);
  const observer = new MutationObserver(() => {
    amend(container);
  });
  observer.observe(container, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ["tabindex", "aria-expanded", "aria-haspopup"],
  });
  return () => {
    observer.disconnect();
  };
}
