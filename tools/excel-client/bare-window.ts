const element = () => ({ style: {}, setAttribute: () => undefined, appendChild: () => undefined });
const store = () => ({ getItem: () => null, setItem: () => undefined, removeItem: () => undefined });

/**
 * As much of a window as Microsoft's client asks for when it is loaded. Error is the test's own, so that what the
 * client throws is of the kind that the test knows.
 */
export function bareWindow(): Record<string, unknown> {
  const document = {
    getElementsByTagName: () => [],
    getElementById: () => null,
    createElement: element,
    addEventListener: () => undefined,
    head: element(),
    body: element(),
    cookie: "",
    URL: "https://localhost/",
    readyState: "complete",
  };
  return {
    console: { log: () => undefined, warn: () => undefined, error: () => undefined },
    setTimeout: (work: (...given: unknown[]) => void, after?: number, ...given: unknown[]) =>
      setTimeout(work, after, ...given),
    clearTimeout: (...given: Parameters<typeof clearTimeout>) => {
      clearTimeout(...given);
    },
    setInterval,
    clearInterval,
    queueMicrotask,
    Promise,
    Error,
    URL,
    URLSearchParams,
    AbortController,
    TextEncoder,
    TextDecoder,
    performance,
    structuredClone,
    crypto,
    fetch: () => Promise.reject(new Error("There is no network in this window.")),
    navigator: { userAgent: "Mozilla/5.0 Chrome/120", appVersion: "5.0", language: "en-GB" },
    location: {
      href: "https://localhost/",
      search: "",
      hash: "",
      protocol: "https:",
      host: "localhost",
      hostname: "localhost",
      origin: "https://localhost",
      pathname: "/",
    },
    document,
    external: {},
    sessionStorage: store(),
    localStorage: store(),
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  };
}
