import { expect } from "vitest";

/** A service under test, wherever it runs. */
export interface Service {
  readonly url: string;
  /** A token for an invented person. */
  readonly token: (name: string, roles: readonly string[], teams?: readonly string[]) => Promise<string>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The JSON of the answer; undefined for any other. */
  readonly json: unknown;
}

/** Sends one request below /api/v1. */
export async function send(
  { url }: Pick<Service, "url">,
  token: string,
  method: string,
  path: string,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const response = await fetch(`${url}/api/v1${path}`, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = /^application\/(?:problem\+)?json/.test(response.headers.get("content-type") ?? "");
  return {
    status: response.status,
    headers: response.headers,
    text,
    json: isJson ? (JSON.parse(text) as unknown) : undefined,
  };
}

/** Speaks to a service as one person; `ok` expects an answer that is no refusal. */
export function speaker(service: Service, token: string) {
  const raw = (
    method: string,
    path: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Answer> => send(service, token, method, path, body, headers);
  const ok = async <T = unknown>(
    method: string,
    path: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
  ): Promise<T> => {
    const answer = await raw(method, path, body, headers);
    expect(answer.status, `${method} ${path}: ${answer.text}`).toBeLessThan(300);
    return answer.json as T;
  };
  return { raw, ok };
}

/** A row on the wire, of an invented child, with nothing wrong as of 30 November 2024. */
export const wireRow = (childRef: string, unlike: Readonly<Record<string, unknown>> = {}): Record<string, unknown> => ({
  childRef,
  team: "Dover",
  status: "CIN",
  lead: "T1",
  leadFrom: "2024-10-14",
  overseer: "T2",
  lastSupervision: "2024-11-12",
  supervisedBy: "T2",
  ...unlike,
});

/** Invented practitioners for those rows. */
export const PRACTITIONERS: Readonly<Record<string, unknown>> = {
  T1: { name: "Sam Testassistant", role: "Social Work Assistant", team: "Dover" },
  T2: {
    name: "Pat Testsupervisor",
    role: "Practice Supervisor",
    team: "Dover",
    registration: "SW100001",
    registeredTo: "2025-11-30",
  },
  T3: {
    name: "Kim Testworker",
    role: "Social Worker",
    team: "Thanet",
    registration: "SW100002",
    registeredTo: "2025-11-30",
  },
};

/** Sends a month's rows in parts and commits them; gives the receipt. */
export async function sendMonth(
  ok: ReturnType<typeof speaker>["ok"],
  team: string,
  month: string,
  rows: readonly unknown[],
  perPart = 2_000,
) {
  const parts = Math.max(1, Math.ceil(rows.length / perPart));
  const { uploadId } = await ok<{ uploadId: string }>("POST", "/snapshots", { team, month, rows: rows.length, parts });
  for (let n = 1; n <= parts; n += 1)
    await ok("PUT", `/snapshots/uploads/${uploadId}/parts/${n}`, { rows: rows.slice((n - 1) * perPart, n * perPart) });
  return ok<Receipt>("POST", `/snapshots/uploads/${uploadId}/commit`);
}

export interface Receipt {
  readonly team: string;
  readonly month: string;
  readonly version: number;
  readonly rows: number;
  readonly verdicts: Readonly<Record<string, number>>;
  readonly policyHash: string;
  readonly contentHash: string;
}
