import { createCircuitBreaker } from "../circuit-breaker.ts";
import type { Clock } from "../clock.ts";
import { createAsk, exchange, type Ask, type AskNeeds } from "../requests.ts";
import type { PageConnection } from "./connection.ts";

export interface PageAskNeeds extends Pick<AskNeeds, "fetch" | "expired" | "session"> {
  readonly connected: PageConnection;
  readonly clock: Clock;
}

/** Asks the service as whoever is signed in on a page of the browser. */
export function createPageAsk({ connected: { api, signIn }, fetch, clock, expired, session }: PageAskNeeds): Ask {
  const circuit = createCircuitBreaker({
    clock,
    changed: () => undefined,
    async probe() {
      const heard = await exchange(fetch, clock, `${api.replace(/\/v1$/, "")}/health`, { method: "GET" });
      return typeof heard === "object" && heard.ok;
    },
  });
  const ask = createAsk({ fetch, clock, circuit, api, signIn, expired, session });
  return (question) => {
    // Whoever asks again has waited long enough: they need not wait for the next probe.
    circuit.probeNow();
    return ask(question);
  };
}
