import { SECOND } from "../clock.ts";

/**
 * Whoever waits for an answer looks every half second whether the window is still there, and takes a closed one for
 * given up. Microsoft's client closes the window in the moment in which it sends the answer; the answer must be first.
 */
export function closeLater(): void {
  const close = window.close.bind(window);
  window.close = () => {
    setTimeout(close, SECOND / 2);
  };
}
