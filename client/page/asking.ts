import { circuit as newCircuit } from "../circuit.ts";
import type { Clock } from "../clock.ts";
import { asking, hear, type Ask, type Asking } from "../requests.ts";
import type { Connected } from "./connection.ts";

export interface Through extends Pick<Asking, "fetch" | "expired" | "session"> {
  readonly connected: Connected;
  readonly clock: Clock;
}

/** Asks the service as whoever is signed in on a page of the browser. */
export function askingThrough({ connected: { api, signIn }, fetch, clock, expired, session }: Through): Ask {
  const circuit = newCircuit({
    clock,
    changed: () => undefined,
    async probe() {
      const heard = await hear(fetch, clock, `${api.replace(/\/v1$/, "")}/health`, { method: "GET" });
      return typeof heard === "object" && heard.ok;
    },
  });
  const ask = asking({ fetch, clock, circuit, api, signIn, expired, session });
  return (question) => {
    // Whoever asks again has waited long enough: they need not wait for the next probe.
    circuit.probeNow();
    return ask(question);
  };
}
