import { useLayoutEffect, useRef } from "preact/hooks";

function takeFocus(element: HTMLElement | null): void {
  if (!element) return;
  if (element.tabIndex < 0) element.tabIndex = -1;
  element.focus();
}

/** Takes whoever pressed a button that goes away with its screen to the first thing that the next one asks for, else to its heading, and nobody else. */
export function useFocusOnNewScreen(screen: string): void {
  const shown = useRef(screen);
  // Before the next screen stands in place of this one: afterwards the button is gone, and the keyboard with it.
  const hadFocus =
    screen !== shown.current && document.activeElement !== null && document.activeElement !== document.body;
  useLayoutEffect(() => {
    shown.current = screen;
    if (hadFocus)
      takeFocus(
        document.querySelector<HTMLElement>("main [data-first-focus]") ??
          document.querySelector<HTMLElement>("main h1") ??
          document.querySelector<HTMLElement>("main"),
      );
  }, [screen]);
}
