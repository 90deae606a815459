import { createInputsStore } from "../../../addin/checking/check-inputs.ts";
import { createService } from "../../../addin/service/create-service.ts";
import type { ServiceSetUp } from "../../../addin/service/sign-in-flow.ts";
import type { SignIn } from "../../../client/sign-in/sign-in.ts";
import type { Limits } from "../../../addin/service/checking/next-batch.ts";
import { LIMITS } from "../../../functions/dependencies.ts";
import { keys } from "../../../functions/store/keys.ts";
import { isoDay } from "../../../rules/dates.ts";
import type { Cells } from "../../../rules/example.ts";
import { EXAMPLE_REGISTER, EXAMPLE_ROW } from "../../../rules/example-row.ts";
import { FIELD_IDS } from "../../../rules/fields.ts";
import { mapFields } from "../../../rules/headers.ts";
import { typed } from "../../../rules/read.ts";
import type { RawPractitioner } from "../../../rules/register.ts";
import type { Sheet } from "../../../rules/sheet.ts";
import { aRow, type Row } from "../../functions/snapshots/service.ts";
import { aService, PEOPLE, type Name } from "../../functions/support/service.ts";
import { NOW, tokenFor } from "../../functions/support/tokens.ts";
import { testClock } from "../../client/test-clock.ts";

export interface Sent {
  readonly method: string;
  readonly address: string;
  readonly body: unknown;
  readonly headers: Headers;
}

type Wire = (address: string, init: RequestInit) => Promise<Response>;

/** Rows of Dover's as cells of a sheet, each a change to one that breaks nothing. */
export const aSheet = (rows: readonly Cells[], more: Partial<Sheet> = {}): Sheet => ({
  columns: mapFields(FIELD_IDS),
  rows: rows.map((row) => FIELD_IDS.map((id) => ({ ...EXAMPLE_ROW, team: "Dover", ...row })[id])),
  ...more,
});

/** So many different children of Dover's. */
export const children = (count: number, changes: Cells = {}): Cells[] =>
  Array.from({ length: count }, (_, index) => ({ childRef: `C-${index + 1}`, ...changes }));

export interface Changes {
  readonly who?: Name;
  /** Their teams, where they are not those that everybody knows them by. */
  readonly teams?: readonly string[];
  readonly limits?: Limits;
  /** How many bytes the service's answer may have. */
  readonly answerBytes?: number;
  readonly practitioners?: readonly RawPractitioner[];
  /** What the browser has kept. */
  readonly stored?: Readonly<Record<string, string>>;
  readonly opening?: Partial<ServiceSetUp>;
  readonly signIn?: Partial<SignIn>;
}

/** The add-in's service over the real one in memory, at noon on 30 November 2024; nobody has signed in yet. */
export async function aWorld({
  who = "ofTheTeam",
  teams,
  limits,
  answerBytes = LIMITS.answerBytes,
  practitioners = EXAMPLE_REGISTER,
  stored = {},
  opening,
  signIn,
}: Changes = {}) {
  const remote = await aService({ limits: { ...LIMITS, answerBytes } });
  for (const { id, protectedTime, ...person } of practitioners) {
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
  const sent: Sent[] = [];
  const real: Wire = async (address, init) => {
    inFlight += 1;
    try {
      return await remote.app.request(address, init);
    } finally {
      inFlight -= 1;
    }
  };
  let wire = real;
  let isVisible = true;
  const storage = new Map(Object.entries(stored));
  const listeners: Record<"shown" | "online", () => void> = { shown: () => undefined, online: () => undefined };
  const inputs = createInputsStore(isoDay("2024-11-30"));
  const service = createService({
    inputs,
    clock,
    ...(limits ? { limits } : {}),
    fetch: (address, init) => {
      sent.push({
        method: init.method ?? "GET",
        address,
        body: typeof init.body === "string" ? (JSON.parse(init.body) as unknown) : undefined,
        headers: new Headers(init.headers),
      });
      return wire(address, init);
    },
    page: {
      isVisible: () => isVisible,
      whenShown: (listener) => {
        listeners.shown = listener;
      },
      whenOnline: (listener) => {
        listeners.online = listener;
      },
    },
    opening: Promise.resolve({
      connection: {
        api: "/api/v1",
        signIn: {
          token: () => Promise.resolve(token),
          signIn: () => Promise.resolve(),
          signOut: () => Promise.resolve(),
          ...signIn,
        },
      },
      storage: {
        getItem: (key) => storage.get(key) ?? null,
        setItem: (key, value) => {
          storage.set(key, value);
        },
      },
      prefix: "part-",
      ...opening,
    }),
  });
  await settle();

  /** The requests to a route, oldest first. */
  const to = (path: string): Sent[] => sent.filter(({ address }) => address.split("?")[0] === `/api/v1${path}`);
  return {
    remote,
    service,
    inputs,
    clock,
    advance,
    settle,
    sent,
    to,
    storage,
    token,
    /** Puts something else in the place of the service; without it, the service is back. */
    through: (other?: Wire) => {
      wire = other ?? real;
    },
    real,
    page: {
      show: () => {
        isVisible = true;
        listeners.shown();
      },
      hide: () => {
        isVisible = false;
      },
      online: () => {
        listeners.online();
      },
    },
    async signIn(): Promise<void> {
      void service.signIn();
      await settle();
    },
    /** The rows that were sent to be checked, by the child's ref, a list for each request. */
    checked: (): string[][] =>
      to("/checks").map(({ body }) => (body as { rows: { childRef: string }[] }).rows.map(({ childRef }) => childRef)),
    /** Has another team send its list of 20 November. */
    async list(team: "thanet" | "dover", rows: readonly Row[]): Promise<void> {
      const name = team === "thanet" ? "Thanet" : "Dover";
      const person = team === "thanet" ? "ofAnotherTeam" : "ofTheTeam";
      const opened = await remote.as(person, "POST", "/snapshots", {
        body: { team, month: "2024-11", asOf: "2024-11-20", rows: rows.length, parts: 1 },
      });
      const id = String(opened.json.uploadId);
      await remote.as(person, "PUT", `/snapshots/uploads/${id}/parts/1`, {
        body: { rows: rows.map((row) => aRow({ team: name, ...row })) },
      });
      const committed = await remote.as(person, "POST", `/snapshots/uploads/${id}/commit`);
      if (committed.status !== 201) throw new Error(`The list was refused: ${committed.status}`);
    },
  };
}

export type World = Awaited<ReturnType<typeof aWorld>>;

/** A world in which the manager of Dover is signed in and checks with the service. */
export async function aCheckingWorld(changes: Changes = {}): Promise<World> {
  const world = await aWorld(changes);
  world.service.isChecking.value = true;
  await world.signIn();
  return world;
}

export const problemAnswer = (
  status: number,
  detail: string,
  more: Readonly<Record<string, unknown>> = {},
  headers: Readonly<Record<string, string>> = {},
): Response =>
  new Response(JSON.stringify({ type: "about:blank", title: "Refused", status, detail, requestId: "id-1", ...more }), {
    status,
    headers: { "content-type": "application/problem+json", ...headers },
  });
