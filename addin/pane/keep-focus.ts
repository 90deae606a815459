import { useLayoutEffect, useRef } from "preact/hooks";

function takeFocus(element: HTMLElement | null): void {
  if (!element) return;
  if (element.tabIndex < 0) element.tabIndex = -1;
  element.focus();
}

/** Where whoever pressed a button that is gone finds themselves: at the screen's own heading. */
export function focusHeading(): void {
  takeFocus(document.querySelector<HTMLElement>("main h1") ?? document.querySelector<HTMLElement>("main"));
}

/** Takes whoever pressed a button that goes away with its screen to the first thing that the next one asks for, else to its heading, and nobody else. */
export function useFocusOnNewScreen(screen: string): void {
  const shown = useRef(screen);
  // Before the next screen stands in place of this one: afterwards the button is gone, and the keyboard with it.
  const hadFocus =
    screen !== shown.current && document.activeElement !== null && document.activeElement !== document.body;
  useLayoutEffect(() => {
    shown.current = screen;
    if (!hadFocus) return;
    const wanted = document.querySelector<HTMLElement>("main [data-first-focus]");
    if (wanted) takeFocus(wanted);
    else focusHeading();
  }, [screen]);
}
