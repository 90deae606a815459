import type { LookUpAnswer } from "../../functions/snapshots/lead-look-up.ts";
import { isoDay, showDay } from "../../rules/dates.ts";
import { termsOf } from "../../rules/terms.ts";
import { clean } from "../../rules/text.ts";
import type { InputsStore } from "../checking/check-inputs.ts";
import { readLeads } from "../../client/responses.ts";
import { DisplayError } from "./service.ts";
import { batch } from "./batch.ts";
import type { Clock } from "../../client/clock.ts";
import type { Ask } from "../../client/requests.ts";

export interface LookUpNeeds {
  readonly ask: Ask;
  readonly clock: Clock;
  readonly store: InputsStore;
  readonly failure: (error: unknown) => DisplayError;
}

/** As many as the service takes at once. */
const MOST = 500;
const NO_REF = "This does not look like a child ref, so it was not sent. Give the reference that the case system uses.";

const shown = (found: LookUpAnswer): string => {
  if (found === null) return "No lead recorded";
  if (found === "restricted") return "Restricted";
  const { lead, team, since, listOf } = found;
  const day = (iso: string): string => showDay(isoDay(iso));
  return [lead, team, ...(since === null ? [] : [`since ${day(since)}`]), `list of ${day(listOf)}`].join(", ");
};

/** Who leads for a child, a line each. */
export function leadLookUp({ ask, clock, store, failure }: LookUpNeeds) {
  const lines = batch<string>({
    clock,
    most: MOST,
    failure,
    async send(childRefs) {
      // In the body: an address ends up in logs.
      const found = readLeads((await ask({ method: "POST", path: "/leads", body: { childRefs } })).json);
      return new Map(
        childRefs.flatMap((ref, index): [string, string][] => {
          const one = found[index];
          return one === undefined ? [] : [[ref, shown(one)]];
        }),
      );
    },
  });
  return {
    lead: async (childRef: string): Promise<string> => {
      const ref = clean(childRef);
      if (ref === "" || !termsOf(store.inputs.peek().policy).isChildRef(ref)) throw new DisplayError(NO_REF);
      return lines.ask(ref.toUpperCase());
    },
    forget: lines.forget,
  };
}
