import { signal, type ReadonlySignal } from "@preact/signals";
import { isCount, isJsonObject, isText } from "../../../client/json.ts";
import type { Ask } from "../../../client/requests.ts";
import { ServiceError, UNREADABLE_ANSWER } from "../../../client/service-error.ts";
import { sentenceOf } from "../../../client/page/sentence.ts";
import { certificateOf } from "./certificate.ts";

export interface ErasureState {
  /** How many rows would go, of the reference that was looked for; undefined until that is known. */
  readonly found: { readonly childRef: string; readonly rows: number } | undefined;
  readonly busy: "looking" | "erasing" | undefined;
  /** How far an erasure has come. */
  readonly soFar: { readonly steps: number; readonly rows: number };
  readonly certificate: string | undefined;
  readonly problem: string | undefined;
}

export interface ErasureDesk {
  readonly state: ReadonlySignal<ErasureState>;
  /** Counts what would go; nothing is changed. */
  look(childRef: string): Promise<void>;
  /** Erases the rows that were found; `again` is the reference typed a second time. */
  erase(again: string, agreedBy: string): Promise<void>;
  /** Forgets reference and certificate. */
  close(): void;
}

/** As long as the service itself takes at most. */
const TIMEOUT = 29_000;
const FAILED = "This could not be done. Try again later.";
const EMPTY: ErasureState = {
  found: undefined,
  busy: undefined,
  soFar: { steps: 0, rows: 0 },
  certificate: undefined,
  problem: undefined,
};

const rowsShown = (rows: number): string => `${rows} ${rows === 1 ? "row" : "rows"}`;

/** Takes one child out of everything that was sent: first what would go, then step by step, then a look whether it has gone. */
export function erasureDesk(ask: Ask, today: () => string, by: string): ErasureDesk {
  const state = signal(EMPTY);
  const set = (changes: Partial<ErasureState>): void => {
    state.value = { ...state.peek(), ...changes };
  };

  /** Every step there is; `each` is told how far it has come. */
  async function steps(
    body: object,
    each: (sum: ErasureState["soFar"]) => void = () => undefined,
  ): Promise<ErasureState["soFar"]> {
    const sum = { steps: 0, rows: 0 };
    for (let after: string | undefined; ;) {
      const place = after === undefined ? {} : { after };
      const { json } = await ask({ method: "POST", path: "/erasures", body: { ...body, ...place }, timeout: TIMEOUT });
      if (!isJsonObject(json) || !isCount(json["rows"]) || !(json["next"] === undefined || isText(json["next"])))
        throw new ServiceError("failed", UNREADABLE_ANSWER);
      sum.steps += 1;
      sum.rows += json["rows"];
      each({ ...sum });
      after = json["next"];
      if (after === undefined) return sum;
    }
  }

  async function doing(busy: "looking" | "erasing", work: () => Promise<Partial<ErasureState>>): Promise<void> {
    if (state.peek().busy) return;
    set({ busy, problem: undefined, certificate: undefined, soFar: EMPTY.soFar });
    try {
      set({ ...(await work()), busy: undefined });
    } catch (error) {
      const { rows } = state.peek().soFar;
      const broken =
        busy === "erasing"
          ? ` The erasure broke off, ${rowsShown(rows)} into it. Erase again: what has gone stays gone.`
          : "";
      set({ busy: undefined, problem: `${sentenceOf(error, FAILED)}${broken}` });
    }
  }

  return {
    state,
    look: (typed) =>
      doing("looking", async () => {
        const childRef = typed.trim();
        set({ found: undefined });
        return { found: { childRef, rows: (await steps({ childRef, isPreview: true })).rows } };
      }),
    erase: (again, agreedBy) =>
      doing("erasing", async () => {
        const { found } = state.peek();
        if (!found || again.trim() !== found.childRef)
          return { problem: "The two references are not the same. Nothing was erased: type the reference again." };
        const { childRef } = found;
        const erased = await steps({ childRef }, (soFar) => {
          set({ soFar });
        });
        const { rows: left } = await steps({ childRef, isPreview: true });
        if (left > 0)
          return {
            found: { childRef, rows: left },
            problem: `Meanwhile a list was sent with this child: ${rowsShown(left)} more. Erase again.`,
          };
        return {
          found: undefined,
          certificate: certificateOf({ on: today(), by, agreedBy, found: found.rows, ...erased }),
        };
      }),
    close() {
      if (!state.peek().busy) state.value = EMPTY;
    },
  };
}
