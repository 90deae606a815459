import { signal, type ReadonlySignal } from "@preact/signals";
import { isoDay } from "../../../rules/dates.ts";
import { teamsIn, type Policy } from "../../../rules/policy.ts";
import { allPages } from "../../../client/all-pages.ts";
import type { Ask } from "../../../client/requests.ts";
import { ServiceError } from "../../../client/service-error.ts";
import { sentenceOf } from "../../../client/page/sentence.ts";
import { inForceOn, readVersions } from "../policy/versions.ts";
import { differencesOf, type Change, type Differences } from "./differences.ts";
import { registerInWorkbook, type FromTable } from "./from-workbook.ts";
import { readEntries, type RegisterEntry } from "./practitioners.ts";

export interface Progress {
  readonly done: number;
  readonly of: number;
}

export interface RegisterState {
  /** Undefined until it has been fetched. */
  readonly people: readonly RegisterEntry[] | undefined;
  readonly policy: Policy | undefined;
  /** The table that was chosen, with what it would change now. */
  readonly table: { readonly file: string; readonly read: FromTable; readonly differences: Differences } | undefined;
  readonly progress: Progress | undefined;
  readonly isLoading: boolean;
  readonly problem: string | undefined;
  readonly done: string | undefined;
  /** Why people were not changed, one sentence each. */
  readonly refused: readonly string[];
}

export interface RegisterEditor {
  readonly state: ReadonlySignal<RegisterState>;
  load(): Promise<void>;
  choose(file: { readonly name: string; bytes(): Promise<Uint8Array> }): Promise<void>;
  /** Puts the table aside. */
  discard(): void;
  /** Sends everybody who is added or changed, one after another. */
  send(): Promise<void>;
}

const NOTHING: RegisterState = {
  people: undefined,
  policy: undefined,
  table: undefined,
  progress: undefined,
  isLoading: false,
  problem: undefined,
  done: undefined,
  refused: [],
};
const PAGE = 200;
const FAILED = "This could not be done because of a fault of this page. Load it again.";
const CONFLICT =
  "somebody else changed them meanwhile. The differences below are to what they are now: look, then send again.";

export const teamNames = (policy: Policy | undefined) => {
  const names = new Map(policy ? teamsIn(policy).map(({ id, name }) => [id, name]) : []);
  return (id: string): string => names.get(id) ?? id;
};

const people = (count: number): string => (count === 1 ? "1 person" : `${count} people`);

/** The council's register, and the table of a workbook that it is maintained from. */
export function registerEditor(ask: Ask, today: () => string): RegisterEditor {
  const state = signal(NOTHING);
  const set = (changes: Partial<RegisterState>): void => {
    state.value = { ...state.peek(), ...changes };
  };
  const quiet = { problem: undefined, done: undefined, refused: [] };

  async function refresh(): Promise<void> {
    const [versions, items] = await Promise.all([
      ask({ method: "GET", path: "/policy/versions" }),
      allPages(ask, "/practitioners", PAGE),
    ]);
    const policy = inForceOn(readVersions(versions.json), today())?.policy;
    const register = readEntries(items);
    const { table } = state.peek();
    set({
      people: register,
      policy,
      table: table && { ...table, differences: differencesOf(table.read, register, teamNames(policy)) },
    });
  }

  /** Undefined where it was done; a sentence where it was refused. Throws where nothing more can be sent. */
  async function sendOne({ id, name, body, etag }: Change): Promise<string | undefined> {
    try {
      await ask({ method: "PUT", path: `/practitioners/${encodeURIComponent(id)}`, body, changes: etag ?? "new" });
      return undefined;
    } catch (error) {
      if (!(error instanceof ServiceError) || error.why !== "refused") throw error;
      return `${name} (${id}): ${error.status === 412 ? CONFLICT : error.message}`;
    }
  }

  return {
    state,
    async load() {
      if (state.peek().isLoading || state.peek().progress) return;
      set({ isLoading: true, ...quiet });
      try {
        await refresh();
        set({ isLoading: false });
      } catch (error) {
        set({ isLoading: false, problem: sentenceOf(error, FAILED) });
      }
    },
    async choose(file) {
      const { people: register, policy, progress } = state.peek();
      if (!register || !policy || progress) return;
      set({ table: undefined, ...quiet });
      const bytes = await file.bytes().catch(() => undefined);
      const read = bytes
        ? registerInWorkbook(bytes, policy, isoDay(today()))
        : "The file cannot be read. Choose it again.";
      if (typeof read === "string") set({ problem: read });
      else set({ table: { file: file.name, read, differences: differencesOf(read, register, teamNames(policy)) } });
    },
    discard: () => {
      if (!state.peek().progress) set({ table: undefined, ...quiet });
    },
    async send() {
      const { table, progress } = state.peek();
      if (!table || progress) return;
      const changes = [...table.differences.added, ...table.differences.changed];
      const refused: string[] = [];
      let sent = 0;
      let problem: string | undefined;
      set({ ...quiet, progress: { done: 0, of: changes.length } });
      try {
        for (const change of changes) {
          const refusal = await sendOne(change);
          if (refusal === undefined) sent += 1;
          else refused.push(refusal);
          set({ progress: { done: sent + refused.length, of: changes.length } });
        }
      } catch (error) {
        problem = `${sentenceOf(error, FAILED)} ${people(sent)} of ${changes.length} had been sent; send again for the others.`;
      }
      // What an answer that was lost has done is seen here, as no difference any more.
      await refresh().catch((error: unknown) => {
        problem ??= sentenceOf(error, FAILED);
      });
      set({
        progress: undefined,
        problem,
        refused,
        done: sent > 0 ? `${people(sent)} sent to the register.` : undefined,
      });
    },
  };
}
