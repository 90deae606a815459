import { isCount, isListOf, isJsonObject, isRecordOf, isText } from "../../client/json.ts";
import { ServiceError, UNREADABLE_ANSWER } from "../../client/service-error.ts";
import { isReceipt, receiptFrom, type Receipt } from "../../client/snapshots.ts";
import type { ChangedChild, MeasureCount, Month } from "./history.ts";

/** A version of a month, as the service lists it. */
export interface Version {
  readonly receipt: Receipt;
  readonly isNewest: boolean;
  readonly measures: Month["measures"];
}

/** A page of what has changed; `child` tells one child from another, and nothing else. */
export interface ChangesPage {
  readonly since: string | undefined;
  readonly newlyBroken: number;
  readonly mended: number;
  readonly stillBroken: number;
  readonly joined: number;
  readonly gone: number;
  readonly items: readonly (ChangedChild & { readonly child: string })[];
  readonly next: string | undefined;
}

const isMeasured = (value: unknown): value is MeasureCount =>
  isJsonObject(value) && isCount(value.count) && (value.of === undefined || isCount(value.of));
const isMeasuredOrNot = (value: unknown): value is MeasureCount | null => value === null || isMeasured(value);
const isMaybeText = (value: unknown): value is string | undefined => value === undefined || isText(value);
const isTexts = (value: unknown): value is readonly string[] => isListOf(value, isText);

const isVersion = (value: unknown): value is Receipt & Omit<Version, "receipt"> =>
  isJsonObject(value) &&
  typeof value.isNewest === "boolean" &&
  isRecordOf(value.measures, isMeasuredOrNot) &&
  isReceipt(value);

/** Versions of months off the wire; one of another shape is no answer. */
export const readVersions = (items: readonly unknown[]): Version[] =>
  items.map((item) => {
    if (!isVersion(item)) throw new ServiceError("failed", UNREADABLE_ANSWER);
    const { isNewest, measures } = item;
    return { receipt: receiptFrom(item), isNewest, measures };
  });

type ChildOnTheWire = Omit<ChangedChild, "childRef"> & { readonly child: string; readonly ref?: string };

const isChild = (value: unknown): value is ChildOnTheWire =>
  isJsonObject(value) &&
  isText(value.child) &&
  isMaybeText(value.ref) &&
  isTexts(value.newlyBroken) &&
  isTexts(value.mended) &&
  isTexts(value.stillBroken);
const isSince = (value: unknown): value is { readonly month: string } | null =>
  value === null || (isJsonObject(value) && isText(value.month));
const COUNTS = ["newlyBroken", "mended", "stillBroken", "joined", "gone"] as const;
type ChangesOnTheWire = Readonly<Record<(typeof COUNTS)[number], number>> & {
  readonly since: { readonly month: string } | null;
  readonly items: readonly ChildOnTheWire[];
  readonly next?: string;
};
const isChanges = (json: unknown): json is ChangesOnTheWire =>
  isJsonObject(json) &&
  COUNTS.every((name) => isCount(json[name])) &&
  isSince(json.since) &&
  isListOf(json.items, isChild) &&
  isMaybeText(json.next);

export function readChanges(json: unknown): ChangesPage {
  if (!isChanges(json)) throw new ServiceError("failed", UNREADABLE_ANSWER);
  return {
    ...json,
    since: json.since?.month,
    items: json.items.map(({ ref, ...child }) => ({ ...child, childRef: ref })),
    next: json.next,
  };
}
