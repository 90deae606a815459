import { signal, type ReadonlySignal } from "@preact/signals";
import type { AuditLine } from "../../../functions/http/audit.ts";
import { readPage } from "../../../client/responses.ts";
import type { Ask } from "../../../client/requests.ts";
import { isListOf, isJsonObject, isText } from "../../../client/json.ts";
import { ServiceError, UNREADABLE_ANSWER } from "../../../client/service-error.ts";
import { sentenceOf } from "../../../client/page/sentence.ts";
import { namesOfMembers } from "../members/names.ts";

export interface AuditState {
  /** Newest first; undefined until they have been fetched. */
  readonly lines: readonly AuditLine[] | undefined;
  /** Where older ones begin; undefined where there are none. */
  readonly next: string | undefined;
  /** Names of members by object id. */
  readonly names: ReadonlyMap<string, string>;
  readonly isLoading: boolean;
  readonly problem: string | undefined;
}

export interface AuditTrail {
  readonly state: ReadonlySignal<AuditState>;
  /** Fetches the newest lines. */
  load(): Promise<void>;
  older(): Promise<void>;
}

const PAGE = 50;
const FAILED = "The audit trail could not be fetched. Load this page again.";

const isLine = (item: unknown): item is AuditLine => isJsonObject(item) && [item.at, item.by, item.what].every(isText);

/** Who did what, newest first. */
export function auditTrail(ask: Ask): AuditTrail {
  const state = signal<AuditState>({
    lines: undefined,
    next: undefined,
    names: new Map(),
    isLoading: false,
    problem: undefined,
  });
  const set = (changes: Partial<AuditState>): void => {
    state.value = { ...state.peek(), ...changes };
  };

  async function fetchPage(
    after: string | undefined,
  ): Promise<{ readonly lines: readonly AuditLine[]; readonly next: string | undefined }> {
    const from = after === undefined ? "" : `&after=${encodeURIComponent(after)}`;
    const { items, next } = readPage((await ask({ method: "GET", path: `/audit?limit=${PAGE}${from}` })).json);
    if (!isListOf(items, isLine)) throw new ServiceError("failed", UNREADABLE_ANSWER);
    return { lines: items, next };
  }

  const doing = async (work: () => Promise<Partial<AuditState>>): Promise<void> => {
    if (state.peek().isLoading) return;
    set({ isLoading: true, problem: undefined });
    try {
      set({ isLoading: false, ...(await work()) });
    } catch (error) {
      set({ isLoading: false, problem: sentenceOf(error, FAILED) });
    }
  };

  return {
    state,
    load: () =>
      doing(async () => {
        const [page, names] = await Promise.all([fetchPage(undefined), namesOfMembers(ask)]);
        return { ...page, names };
      }),
    older: () =>
      doing(async () => {
        const { lines = [], next: after } = state.peek();
        if (after === undefined) return {};
        const { lines: more, next } = await fetchPage(after);
        return { lines: [...lines, ...more], next };
      }),
  };
}
