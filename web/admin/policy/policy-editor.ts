import { signal, type ReadonlySignal } from "@preact/signals";
import { canonicalJson, sha256 } from "../../../rules/hash.ts";
import type { Ask } from "../../../client/requests.ts";
import { ServiceError } from "../../../client/service-error.ts";
import { namesOfMembers } from "../members/names.ts";
import { sentenceOf } from "../../../client/page/sentence.ts";
import { draftFrom, policyOf, type Draft } from "./draft.ts";
import { policyInWorkbook } from "./from-workbook.ts";
import { problemsOf } from "./problems.ts";
import { readPreview, readVersions, type TeamChange, type Version } from "./versions.ts";

/** Long enough for every row of every team to be checked twice. */
const PREVIEW_TIMEOUT = 60_000;

export interface PolicyState {
  /** Undefined until they have been fetched. */
  readonly versions: readonly Version[] | undefined;
  /** Names of those who made them, by object id. */
  readonly names: ReadonlyMap<string, string>;
  readonly draft: Draft | undefined;
  /** What the very policy of the draft would change; undefined where it has not been looked at since the last edit. */
  readonly preview: readonly TeamChange[] | undefined;
  readonly busy: "loading" | "previewing" | "sending" | undefined;
  /** Why the last thing asked for was not done; what is wrong one by one, where the service lists it. */
  readonly problem: string | undefined;
  readonly sentences: readonly string[];
  /** What has been done. */
  readonly done: string | undefined;
  readonly needsReason: boolean;
}

export interface PolicyEditor {
  readonly state: ReadonlySignal<PolicyState>;
  load(): Promise<void>;
  begin(from: Version): void;
  /** Begins a version as the table Policy of a workbook; the file never leaves this computer. */
  take(file: { readonly name: string; bytes(): Promise<Uint8Array> }): Promise<void>;
  edit(changes: Partial<Draft>): void;
  discard(): void;
  preview(): Promise<void>;
  /** Sends the draft that was previewed as a new version. */
  send(reason: string): Promise<void>;
}

const NOTHING: PolicyState = {
  versions: undefined,
  names: new Map(),
  draft: undefined,
  preview: undefined,
  busy: undefined,
  problem: undefined,
  sentences: [],
  done: undefined,
  needsReason: false,
};
const FAILED = "This could not be done because of a fault of this page. Load it again.";
const UNDER_WAY = "You have changed a draft that is not sent. Send it or discard it first; it is kept below.";
const UNREADABLE = "The file cannot be read. Choose it again.";
const CONFLICT =
  "Somebody made another version while you were editing, so yours was not sent. It is kept below; look at the newest version in the list, preview yours again, then send it.";

const isRefusal = (error: unknown, status: number): error is ServiceError =>
  error instanceof ServiceError && error.status === status;
const hashOf = (draft: Draft): string => sha256(canonicalJson(policyOf(draft)));

/** The policy's versions, and the one that is being made. */
export function policyEditor(ask: Ask, today: () => string): PolicyEditor {
  const state = signal(NOTHING);
  let etag: string | undefined;

  const set = (changes: Partial<PolicyState>): void => {
    state.value = { ...state.peek(), ...changes };
  };
  const quiet = { problem: undefined, sentences: [], done: undefined };
  const failed = (error: unknown): void => {
    set({
      busy: undefined,
      problem: sentenceOf(error, FAILED),
      sentences: error instanceof ServiceError ? error.sentences : [],
    });
  };

  async function fetchVersions(): Promise<readonly Version[]> {
    const answer = await ask({ method: "GET", path: "/policy/versions" });
    const versions = readVersions(answer.json);
    etag = answer.etag;
    set({ versions });
    return versions;
  }

  /** A request may have been done although its answer was lost, and refused when it was sent again. */
  async function afterConflict(draft: Draft): Promise<void> {
    const newest = (await fetchVersions()).at(-1);
    if (newest?.hash === hashOf(draft)) sent(newest.version, draft);
    else set({ busy: undefined, preview: undefined, problem: CONFLICT });
  }

  /** What was typed after it was sent stays, for another version. */
  const sent = (version: number, draft: Draft): void => {
    const done = `Version ${version} is made. Checks go by it from the day on which it is in force.`;
    if (state.peek().draft === draft)
      set({ draft: undefined, preview: undefined, busy: undefined, needsReason: false, done });
    else set({ busy: undefined, done: `${done} What you typed after sending it is not part of it; it is kept below.` });
  };

  const isUnderWay = (): boolean => {
    const { draft } = state.peek();
    return draft !== undefined && hashOf(draft) !== hashOf(draftFrom(draft.from, today()));
  };

  return {
    state,
    async load() {
      if (state.peek().busy) return;
      set({ busy: "loading", ...quiet });
      try {
        const [names] = await Promise.all([namesOfMembers(ask), fetchVersions()]);
        set({ busy: undefined, names });
      } catch (error) {
        failed(error);
      }
    },
    begin: (from) => {
      if (isUnderWay()) set({ ...quiet, problem: UNDER_WAY });
      else set({ draft: draftFrom(from, today()), preview: undefined, needsReason: false, ...quiet });
    },
    async take(file) {
      const bytes = await file.bytes().catch(() => undefined);
      const newest = state.peek().versions?.at(-1);
      if (!newest || state.peek().busy) return;
      const read = bytes ? policyInWorkbook(bytes) : UNREADABLE;
      if (isUnderWay()) set({ ...quiet, problem: UNDER_WAY });
      else if (typeof read === "string") set({ ...quiet, problem: read });
      else {
        const { policy, notes } = read;
        const draft = { ...draftFrom({ ...newest, policy }, today()), file: file.name };
        const problem = notes.length > 0 ? `What is to be known of the table Policy in ${file.name}:` : undefined;
        set({ ...quiet, draft, preview: undefined, needsReason: false, problem, sentences: notes });
      }
    },
    edit(changes) {
      const { draft } = state.peek();
      if (!draft) return;
      const next = { ...draft, ...changes };
      set({ draft: next, preview: undefined, needsReason: (next.typed.effectiveFrom ?? "") < today(), ...quiet });
    },
    discard: () => {
      set({ draft: undefined, preview: undefined, needsReason: false, ...quiet });
    },
    async preview() {
      const { draft, busy } = state.peek();
      if (!draft || busy || problemsOf(draft).length > 0) return;
      set({ busy: "previewing", preview: undefined, ...quiet });
      try {
        const answer = await ask({
          method: "POST",
          path: "/policy/preview",
          body: { policy: policyOf(draft) },
          timeout: PREVIEW_TIMEOUT,
        });
        // What was typed meanwhile was not looked at.
        set({ busy: undefined, preview: state.peek().draft === draft ? readPreview(answer.json) : undefined });
      } catch (error) {
        failed(error);
      }
    },
    async send(reason) {
      const { draft, preview, busy, needsReason } = state.peek();
      if (!draft || !preview || busy) return;
      if (needsReason && reason.trim() === "") {
        set({ ...quiet, problem: "This version would be in force from a day that is past. Say why, then send it." });
        return;
      }
      set({ busy: "sending", ...quiet });
      try {
        const body = { policy: policyOf(draft), ...(reason.trim() === "" ? {} : { reason: reason.trim() }) };
        const { version } =
          readVersions({ items: [(await ask({ method: "PUT", path: "/policy", body, changes: etag })).json] })[0] ?? {};
        await fetchVersions();
        if (version !== undefined) sent(version, draft);
      } catch (error) {
        // The service's day may have begun before this computer's.
        if (error instanceof ServiceError && error.paths.includes("reason")) set({ needsReason: true });
        if (!isRefusal(error, 412)) failed(error);
        else await afterConflict(draft).catch(failed);
      }
    },
  };
}
