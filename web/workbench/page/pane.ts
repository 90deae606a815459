import { element } from "./elements.ts";
import { leadOn, rememberKeyboard } from "./keyboard.ts";

/** Shows or hides the pane, with the keyboard in it when it is shown. */
export function showPane(isShown: boolean): void {
  const pane = element("pane");
  pane.hidden = !isShown;
  if (isShown) pane.focus();
}

/** Loads the add-in's page anew in the pane. `loaded` runs when all its scripts have. */
export function loadPane(loaded: () => void): void {
  const frame = document.createElement("iframe");
  frame.title = "Lead Professional task pane";
  frame.src = "/workbench/taskpane.html";
  frame.addEventListener("load", () => {
    if (frame.contentWindow) leadOn(frame.contentWindow);
    if (frame.contentDocument) rememberKeyboard(frame.contentDocument);
    loaded();
  });
  element("pane").replaceChildren(frame);
}
