/**
 * Lets the page draw and answer clicks before the work goes on. A message comes at once even in a page that is
 * hidden, where a timer would be held up for a second or more.
 */
export const yieldToPage = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
