import type { Entry } from "./table.ts";

/** What a line of an export holds, as it was read from JSON. */
export interface Line extends Omit<Entry, "body"> {
  readonly text?: string;
  /** Bytes, in base64. */
  readonly bytes?: string;
}

export function lineOf({ body, ...entry }: Entry): string {
  const line: Line =
    typeof body === "string" ? { ...entry, text: body } : { ...entry, bytes: Buffer.from(body).toString("base64") };
  return JSON.stringify(line);
}

/** The partitions of an export: those whose items are JSON, and those that hold bytes too. */
const JSON_PARTITIONS = /^(?:POLICY|REGISTER|MEMBERS|FEEDBACK|AUDIT|ERASED|REMINDED|TEAM#[^#]+)$/;
const PARTITIONS = /^(?:LEADS|UPLOAD#[^#]+)$/;

const isText = (value: unknown): value is string => typeof value === "string" && value !== "";
const isWhole = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 1;

function objectIn(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const held: unknown = JSON.parse(text);
    return typeof held === "object" && held !== null ? (held as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The entry that a line of an export holds; undefined for a line that is none of an export's shapes, and for one of the
 * audit trail that is younger than the import itself: nobody writes into the trail of a service at work.
 */
export function entryOf(line: unknown, began: string): Entry | undefined {
  const { pk, sk, version, expiresAt, text, bytes } = (line ?? {}) as Partial<Line>;
  if (!isText(pk) || !isText(sk) || !isWhole(version)) return undefined;
  if (expiresAt !== undefined && !isWhole(expiresAt)) return undefined;
  const times = { version, ...(expiresAt === undefined ? {} : { expiresAt }) };
  if (typeof text === "string") {
    const held = objectIn(text);
    if (!held || !(JSON_PARTITIONS.test(pk) || PARTITIONS.test(pk))) return undefined;
    if (pk === "AUDIT" && !(isText(held["at"]) && sk.startsWith(`${held["at"]}#`) && held["at"] <= began))
      return undefined;
    if (pk === "POLICY" && typeof held["policy"] !== "object") return undefined;
    return { pk, sk, body: text, ...times };
  }
  if (typeof bytes !== "string" || !PARTITIONS.test(pk)) return undefined;
  return { pk, sk, body: new Uint8Array(Buffer.from(bytes, "base64")), ...times };
}
