import { computed, signal } from "@preact/signals-core";
import { createInputsStore } from "../../../addin/checking/check-inputs.ts";
import { KENT } from "../support/kent.ts";
import { NO_WORKBOOK_INPUTS } from "../../../addin/workbook/workbook-inputs.ts";
import { NO_CHOICES, type Choices } from "../../../addin/workbook/choices.ts";
import type { OutboxEntry } from "../../../addin/sending/sender.ts";
import type { Receipt } from "../../../client/snapshots.ts";
import type { PartLimits } from "../../../addin/sending/content.ts";
import { createSender } from "../../../addin/sending/create-sender.ts";
import { createService } from "../../../addin/service/create-service.ts";
import type { Workbook, WorkbookList, WorkbookProblem } from "../../../addin/workbook/workbook.ts";
import type { Dependencies } from "../../../functions/dependencies.ts";
import { keys } from "../../../functions/store/keys.ts";
import { isoDay } from "../../../rules/dates.ts";
import type { Cells } from "../../../rules/example.ts";
import { EXAMPLE_REGISTER, EXAMPLE_ROW } from "../../../rules/example-row.ts";
import { FIELD_IDS, headerOf, type FieldId } from "../../../rules/fields.ts";
import { typed, type Cell } from "../../../rules/read.ts";
import { aService, PEOPLE, type Name } from "../../functions/support/service.ts";
import { NOW, tokenFor } from "../../functions/support/tokens.ts";
import { aList } from "../model/lists.ts";
import { testClock } from "../../client/test-clock.ts";

/** Rows of a list, each a change to one of Dover's that breaks nothing. */
const rowsOf = (rows: readonly Cells[], fields: readonly FieldId[] = FIELD_IDS): Cell[][] =>
  rows.map((row) => fields.map((id) => ({ ...EXAMPLE_ROW, team: "Dover", ...row })[id]));

export const listOf = (rows: readonly Cells[], fields: readonly FieldId[] = FIELD_IDS): WorkbookList =>
  aList({
    headers: [...fields.map(headerOf), "Notes"],
    rows: rowsOf(rows, fields).map((cells) => [...cells, "stays here"]),
  });

export const children = (count: number, changes: Cells = {}): Cells[] =>
  Array.from({ length: count }, (_, index) => ({ childRef: `C-${index + 1}`, ...changes }));

type Wire = (address: string, init: RequestInit) => Promise<Response>;

export interface Changes {
  readonly lists?: readonly WorkbookList[];
  readonly who?: Name;
  /** What the members' list says that whoever signs in manages. */
  readonly teams?: readonly string[];
  readonly limits?: PartLimits;
  readonly today?: string;
  readonly needs?: Partial<Dependencies>;
  readonly storage?: "refused";
}

/** A workbook, a browser and the real service in memory; panes are opened over them, and closed. */
export async function aWorld({
  lists = [listOf(children(5))],
  who = "ofTheTeam",
  teams,
  limits = { rows: 2, characters: 1_000_000 },
  today = "2024-11-30",
  needs = {},
  storage: refused,
}: Changes = {}) {
  const remote = await aService(needs);
  for (const { id, protectedTime, ...person } of EXAMPLE_REGISTER) {
    await remote.deps.table.put(
      keys.practitioner(typed(id)),
      JSON.stringify({
        ...person,
        id,
        protectedTime: protectedTime === undefined ? undefined : protectedTime === "yes",
        team: "dover",
      }),
    );
  }
  if (teams) await remote.deps.table.put(keys.member(PEOPLE[who].oid), JSON.stringify({ teams }));
  const token = await tokenFor(PEOPLE[who]);
  let inFlight = 0;
  const { clock, advance, settle } = testClock(NOW, () => inFlight > 0);
  const real: Wire = async (address, init) => {
    inFlight += 1;
    try {
      return await remote.app.request(address, init);
    } finally {
      inFlight -= 1;
    }
  };
  const storage = new Map<string, string>();
  const workbook: { lists: readonly WorkbookList[]; choices: Choices; fault: WorkbookProblem | undefined } = {
    lists,
    choices: NO_CHOICES,
    fault: undefined,
  };
  const requests: { method: string; path: string; key: string | null; body: unknown }[] = [];
  const state: { wire: Wire } = { wire: real };
  let keysGiven = 0;

  /** Opens the pane over the workbook as it stands. A pane that was closed neither asks nor keeps anything any more. */
  async function open() {
    let isClosed = false;
    // It may close while something is under way.
    const hasClosed = (): boolean => isClosed;
    const forever = new Promise<never>(() => undefined);
    const shown = signal(workbook.lists);
    const store = createInputsStore(isoDay(today));
    store.workbook.value = { ...NO_WORKBOOK_INPUTS, usual: KENT, choices: workbook.choices };
    const browserStorage = Promise.resolve({
      storage: {
        getItem: (name: string) => {
          if (refused) throw new Error("refused");
          return storage.get(name) ?? null;
        },
        setItem: (name: string, text: string) => {
          if (refused) throw new Error("refused");
          if (!isClosed) storage.set(name, text);
        },
      },
      prefix: "part-",
    });
    const service = createService({
      inputs: store,
      clock,
      async fetch(address, init) {
        if (isClosed) return forever;
        const path = address.replace(/^\/api\/v1|^\/api/, "");
        if (path.startsWith("/snapshots")) {
          requests.push({
            method: init.method ?? "GET",
            path,
            key: new Headers(init.headers).get("idempotency-key"),
            body: typeof init.body === "string" ? (JSON.parse(init.body) as unknown) : undefined,
          });
        }
        const answer = await state.wire(address, init);
        return hasClosed() ? forever : answer;
      },
      page: { isVisible: () => true, whenShown: () => undefined, whenOnline: () => undefined },
      opening: browserStorage.then((kept) => ({
        ...kept,
        connection: {
          api: "/api/v1",
          signIn: {
            token: () => Promise.resolve(token),
            signIn: () => Promise.resolve(),
            signOut: () => Promise.resolve(),
          },
        },
      })),
    });
    const slices: number[] = [];
    const theirs: Pick<Workbook, "readRows" | "keepSent"> = {
      readRows(list, from, count) {
        if (isClosed) return forever;
        if (workbook.fault) return Promise.reject(workbook.fault);
        return Promise.resolve(
          (shown.value.find(({ key }) => key === list.key)?.allocations.rows ?? []).slice(from, from + count),
        );
      },
      keepSent(change) {
        if (isClosed) return forever;
        if (workbook.fault) return Promise.reject(workbook.fault);
        workbook.choices = { ...workbook.choices, ...change(workbook.choices) };
        return Promise.resolve();
      },
    };
    const sending = createSender({
      workbook: theirs,
      store,
      service,
      browserStorage,
      clock,
      limits,
      lists: shown,
      current: computed(() => shown.value[0]),
      newKey: () => `key-${(keysGiven += 1)}`,
      pause: () => {
        slices.push(0);
        return new Promise((resolve) => {
          setImmediate(resolve);
        });
      },
    });
    await settle();
    void service.signIn();
    await settle();
    return {
      sending,
      service,
      store,
      slices,
      close: () => {
        isClosed = true;
      },
      get isClosed() {
        return isClosed;
      },
      /** Somebody edits the workbook. */
      edit(after: readonly WorkbookList[]) {
        workbook.lists = after;
        shown.value = after;
      },
    };
  }

  const ofDover = async <T>(path: string): Promise<T> => (await remote.as("ofTheTeam", "GET", path)).json as T;
  return {
    remote,
    clock,
    advance,
    settle,
    storage,
    workbook,
    requests,
    real,
    open,
    through: (wire?: Wire) => {
      state.wire = wire ?? real;
    },
    outbox: (): OutboxEntry[] => JSON.parse(storage.get("part-LeadProfessional.outbox") ?? "[]") as OutboxEntry[],
    /** What the service has of Dover's November, every version. */
    versions: async () =>
      (await ofDover<{ items: (Receipt & { isNewest: boolean })[] }>("/snapshots?team=dover&from=2024-11&to=2024-11"))
        .items,
    rows: async () =>
      (await ofDover<{ items: Record<string, unknown>[] }>("/snapshots/dover/2024-11?limit=2000")).items,
    to: (method: string, path: RegExp) => requests.filter((one) => one.method === method && path.test(one.path)),
  };
}

export type World = Awaited<ReturnType<typeof aWorld>>;
export type Pane = Awaited<ReturnType<World["open"]>>;

/** Sends Dover's November and waits until there is nothing more to do. */
export async function sendNovember(world: World, { sending }: Pane): Promise<void> {
  void sending.send("dover", "2024-11", undefined);
  await world.advance(0);
}

export const COMMIT = /\/commit$/;
export const PART = /\/parts\/\d+$/;
