/** An element of the page by its id. */
export function element(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no element "${id}".`);
  return found;
}

/** Tells of something that was done, or of a problem, where screen readers hear it too. */
export function notice(sentence: string, kind: "done" | "problem" = "done"): void {
  const place = element("notice");
  place.textContent = sentence;
  place.classList.toggle("problem", kind === "problem");
}
