import { signal, type ReadonlySignal } from "@preact/signals";
import { teamsIn, type Team } from "../../../rules/policy.ts";
import { allPages } from "../../../client/all-pages.ts";
import type { Ask } from "../../../client/requests.ts";
import { isListOf, isJsonObject, isText } from "../../../client/json.ts";
import { ServiceError, UNREADABLE_ANSWER } from "../../../client/service-error.ts";
import { sentenceOf } from "../../../client/page/sentence.ts";
import { inForceOn, readVersions } from "../policy/versions.ts";

/** Somebody who manages teams. */
export interface Member {
  readonly id: string;
  readonly name?: string | undefined;
  /** Ids of the teams. */
  readonly teams: readonly string[];
  readonly hasSignedIn: boolean;
  readonly etag: string;
}

export interface MembersState {
  readonly members: readonly Member[] | undefined;
  /** The teams of the policy in force. */
  readonly teams: readonly Team[];
  readonly busy: "loading" | "sending" | undefined;
  readonly problem: string | undefined;
  readonly done: string | undefined;
}

export interface MembersEditor {
  readonly state: ReadonlySignal<MembersState>;
  load(): Promise<void>;
  /** Gives somebody other teams, or another name. Tells whether it was done. */
  change(member: Member, to: Pick<Member, "name" | "teams">): Promise<boolean>;
  /** Adds somebody before they first sign in. Tells whether it was done. */
  add(email: string, to: Pick<Member, "name" | "teams">): Promise<boolean>;
}

const PAGE = 200;
const FAILED = "This could not be done because of a fault of this page. Load it again.";
const CHANGED =
  "Somebody else changed this person meanwhile. The list shows them as they are now: make your change again.";
const HERE = "This e-mail address is waiting on the list already. Change that entry instead.";

const isMember = (item: unknown): item is Member =>
  isJsonObject(item) &&
  isText(item.id) &&
  isText(item.etag) &&
  isListOf(item.teams, isText) &&
  typeof item.hasSignedIn === "boolean" &&
  (item.name === undefined || isText(item.name));

function readMembers(items: readonly unknown[]): readonly Member[] {
  if (isListOf(items, isMember)) return items;
  throw new ServiceError("failed", UNREADABLE_ANSWER);
}

const sendable = ({ name = "", teams }: Pick<Member, "name" | "teams">): object => ({
  teams,
  ...(name.trim() === "" ? {} : { name: name.trim() }),
});

/** Who manages which teams. */
export function membersEditor(ask: Ask, today: () => string): MembersEditor {
  const state = signal<MembersState>({
    members: undefined,
    teams: [],
    busy: undefined,
    problem: undefined,
    done: undefined,
  });
  const set = (changes: Partial<MembersState>): void => {
    state.value = { ...state.peek(), ...changes };
  };

  async function refresh(): Promise<void> {
    const [versions, items] = await Promise.all([
      ask({ method: "GET", path: "/policy/versions" }),
      allPages(ask, "/members", PAGE),
    ]);
    const policy = inForceOn(readVersions(versions.json), today())?.policy;
    set({ members: readMembers(items), teams: policy ? teamsIn(policy) : [] });
  }

  /** `conflict`: what is said where the entry is not as it was read. */
  async function put(
    id: string,
    body: object,
    changes: string,
    { done, conflict }: { readonly done: string; readonly conflict: string },
  ): Promise<boolean> {
    if (state.peek().busy) return false;
    set({ busy: "sending", problem: undefined, done: undefined });
    let problem: string | undefined;
    try {
      await ask({ method: "PUT", path: `/members/${encodeURIComponent(id)}`, body, changes });
    } catch (error) {
      problem = error instanceof ServiceError && error.status === 412 ? conflict : sentenceOf(error, FAILED);
    }
    const isDone = problem === undefined;
    await refresh().catch((error: unknown) => {
      problem ??= sentenceOf(error, FAILED);
    });
    set({ busy: undefined, problem, done: isDone ? done : undefined });
    return isDone;
  }

  return {
    state,
    async load() {
      if (state.peek().busy) return;
      set({ busy: "loading", problem: undefined, done: undefined });
      try {
        await refresh();
        set({ busy: undefined });
      } catch (error) {
        set({ busy: undefined, problem: sentenceOf(error, FAILED) });
      }
    },
    change: (member, to) =>
      put(member.id, sendable(to), member.etag, {
        done: "The change is made. It counts from the person's next request.",
        conflict: CHANGED,
      }),
    add: (email, to) =>
      put("new", { ...sendable(to), email: email.trim() }, "new", {
        done: "The person is added, and manages these teams from when they first sign in.",
        conflict: HERE,
      }),
  };
}
