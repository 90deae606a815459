import { signal } from "@preact/signals-core";
import { isoDay } from "../../../rules/dates.ts";
import type { Sheet } from "../../../rules/sheet.ts";
import { keepBasis } from "../../../addin/checking/basis.ts";
import { WORKBOOK_SAYS_NOTHING, type WorkbookSays } from "../../../addin/workbook/workbook-says.ts";
import { openDesk, type DeskNeeds } from "../../../addin/model/desk.ts";
import type { Sending, SendState } from "../../../addin/sending/api.ts";
import { NotAnswered, type Service, type ServiceState, type Validation } from "../../../addin/service/api.ts";
import type { Change, Workbook, WorkbookList, WorkbookRead } from "../../../addin/workbook/api.ts";

/** A service that nobody is signed in to; it notes the sheets that it is handed. */
export function silentService(): Service & { readonly sheets: Sheet[] } {
  const sheets: Sheet[] = [];
  const nothing = (): Promise<void> => Promise.resolve();
  return {
    sheets,
    state: signal<ServiceState>("signed-out"),
    account: signal(undefined),
    problem: signal(undefined),
    isChecking: signal(false),
    validation: signal<Validation | undefined>(undefined),
    hasExplained: signal(false),
    signIn: nothing,
    signOut: nothing,
    retry: () => undefined,
    validate: (sheet) => {
      sheets.push(sheet);
    },
    lead: () => Promise.resolve(""),
    measure: () => Promise.resolve(0),
    ask: () => Promise.reject(new Error("Nobody is signed in.")),
  };
}

/** What a desk needs of a service that is never asked. */
export function nothingSent(): Pick<DeskNeeds, "service" | "history" | "sendingOf"> & {
  readonly service: ReturnType<typeof silentService>;
} {
  const refuse = (): Promise<never> => Promise.reject(new NotAnswered("Sign in first."));
  const sending: Sending = {
    state: signal<SendState>({ is: "idle" }),
    outbox: signal([]),
    receipts: signal([]),
    preview: refuse,
    send: refuse,
    cancel: refuse,
    resume: () => Promise.resolve(),
  };
  return {
    service: silentService(),
    history: { months: refuse, changes: refuse, giveFeedback: refuse },
    sendingOf: () => sending,
  };
}

/** A desk over a workbook that is an object: what it is asked is noted, what it answers can be changed. */
export function aDesk(
  lists: readonly WorkbookList[],
  says: Partial<WorkbookSays> = {},
  more: Partial<Pick<DeskNeeds, "history">> = {},
) {
  const asked: (readonly [string, ...unknown[]])[] = [];
  let report: (change: Change) => void = () => undefined;
  const state: { read: WorkbookRead; fault: Error | undefined } = {
    read: {
      lists,
      says: { ...WORKBOOK_SAYS_NOTHING, checkDate: isoDay("2024-11-30"), ...says },
      activeSheetId: "s1",
      problems: [],
    },
    fault: undefined,
  };
  const noted =
    <T>(name: string, value: T) =>
    (...given: unknown[]): Promise<T> => {
      asked.push([name, ...given]);
      return state.fault ? Promise.reject(state.fault) : Promise.resolve(value);
    };
  const workbook: Workbook = {
    read: () => {
      asked.push(["read"]);
      return state.fault ? Promise.reject(state.fault) : Promise.resolve(state.read);
    },
    watch: (to) => {
      report = to;
      return Promise.resolve(() => Promise.resolve());
    },
    goTo: noted("goTo", undefined),
    mark: noted("mark", undefined),
    clearMarks: noted("clearMarks", undefined),
    addCheckColumns: noted("addCheckColumns", { kind: "formulas" as const, address: "Cases!F1:G1" }),
    repair: noted("repair", 2),
    recalculate: noted("recalculate", undefined),
    insertExample: noted("insertExample", undefined),
    makePractitioners: noted("makePractitioners", undefined),
    insertReport: noted("insertReport", undefined),
    writeCells: noted("writeCells", undefined),
    keepCheckDate: noted("keepCheckDate", undefined),
    keepPolicy: noted("keepPolicy", undefined),
    keepChoices: noted("keepChoices", undefined),
    keepSent: noted("keepSent", undefined),
    readRows: noted("readRows", []),
  };
  const keeper = keepBasis(isoDay("2024-11-30"));
  const beside = nothingSent();
  const desk = openDesk({ workbook, keeper, ...beside, ...more });
  return {
    desk,
    keeper,
    service: beside.service,
    asked,
    state,
    report: (change: Change) => {
      report(change);
    },
  };
}
