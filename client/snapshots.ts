import { parseIso } from "../rules/dates.ts";
import { SHOWN_AS, type Verdict } from "../rules/finding.ts";
import type { WireRow } from "../rules/wire.ts";
import type { Receipt as FullReceipt } from "../functions/snapshots/receipts.ts";
import { SECOND } from "./clock.ts";
import type { Ask } from "./requests.ts";
import { isCount, isListOf, isJsonObject, isText } from "./json.ts";
import { ServiceError, UNREADABLE_ANSWER } from "./service-error.ts";

/** What the service answers to a commit, without who sent it: kept in the workbook and shown again. */
export type Receipt = Omit<FullReceipt, "by">;

interface UploadOpening {
  readonly team: string;
  readonly month: string;
  readonly asOf: string;
  readonly rows: number;
  readonly parts: number;
}

/** Where an upload stands. `committing`: a commit was begun and broke off; it takes no more parts. */
export interface UploadState extends UploadOpening {
  readonly state: "open" | "committing" | "committed";
  readonly held: readonly { readonly part: number; readonly rows: number }[];
}

/** Sends a month's rows in parts. Every call throws `ServiceError`, and may be made again without harm. */
export interface Uploads {
  /** Begins an upload; the same key again gives the same upload. */
  open(opening: UploadOpening, key: string): Promise<string>;
  part(id: string, number: number, rows: readonly WireRow[]): Promise<void>;
  state(id: string): Promise<UploadState>;
  commit(id: string, key: string): Promise<Receipt>;
}

/** A little longer than the service takes at most over one request. */
const TIMEOUT = 30 * SECOND;

const STATES: readonly unknown[] = ["open", "committing", "committed"] satisfies UploadState["state"][];

const isDate = (value: unknown): value is string => isText(value) && parseIso(value) !== undefined;
const isOpened = (json: unknown): json is { readonly uploadId: string } =>
  isJsonObject(json) && isText(json.uploadId) && json.uploadId !== "";
const isHeld = (value: unknown): value is UploadState["held"][number] =>
  isJsonObject(value) && isCount(value.part) && isCount(value.rows);
const isState = (json: unknown): json is UploadState =>
  isJsonObject(json) &&
  isText(json.team) &&
  isText(json.month) &&
  isDate(json.asOf) &&
  isCount(json.rows) &&
  isCount(json.parts) &&
  STATES.includes(json.state) &&
  isListOf(json.held, isHeld);

/** Whether something that was kept, or answered, is a receipt. */
export const isReceipt = (value: unknown): value is Receipt =>
  isJsonObject(value) &&
  isText(value.team) &&
  isText(value.month) &&
  isCount(value.version) &&
  isDate(value.asOf) &&
  isCount(value.rows) &&
  isText(value.policyHash) &&
  isText(value.contentHash) &&
  isText(value.at) &&
  isJsonObject(value.verdicts) &&
  (Object.keys(SHOWN_AS) as Verdict[]).every((verdict) =>
    isCount((value.verdicts as Readonly<Record<string, unknown>>)[verdict]),
  ) &&
  (value.follows === undefined || isCount(value.follows)) &&
  (value.erased === undefined || isCount(value.erased));

const RECEIPT_FIELDS: Readonly<Record<keyof Receipt, true>> = {
  team: true,
  month: true,
  version: true,
  asOf: true,
  rows: true,
  verdicts: true,
  policyHash: true,
  contentHash: true,
  at: true,
  follows: true,
  erased: true,
};

/** A receipt as it is shown and kept: without who sent it, and whatever else a later service may add. */
export const receiptFrom = (receipt: Receipt): Receipt =>
  Object.fromEntries(
    Object.entries<unknown>(receipt).filter(
      ([field, value]) => value !== undefined && Object.hasOwn(RECEIPT_FIELDS, field),
    ),
  ) as unknown as Receipt;

function read<T>(json: unknown, is: (json: unknown) => json is T): T {
  if (is(json)) return json;
  throw new ServiceError("failed", UNREADABLE_ANSWER);
}

export function uploadCalls(ask: Ask): Uploads {
  const at = (id: string): string => `/snapshots/uploads/${encodeURIComponent(id)}`;
  return {
    open: async (body, key) =>
      read((await ask({ method: "POST", path: "/snapshots", body, key, timeout: TIMEOUT })).json, isOpened).uploadId,
    part: async (id, number, rows) => {
      await ask({ method: "PUT", path: `${at(id)}/parts/${number}`, body: { rows }, timeout: TIMEOUT });
    },
    state: async (id) => read((await ask({ method: "GET", path: at(id) })).json, isState),
    commit: async (id, key) =>
      receiptFrom(
        read((await ask({ method: "POST", path: `${at(id)}/commit`, key, timeout: TIMEOUT })).json, isReceipt),
      ),
  };
}
