import { signal, type ReadonlySignal } from "@preact/signals-core";
import { toIso } from "../../../rules/dates.ts";
import type { Sheet } from "../../../rules/sheet.ts";
import type { InputsStore } from "../../checking/check-inputs.ts";
import { readChecks } from "../../../client/responses.ts";
import type { Validation } from "../service.ts";
import type { Account } from "../../../client/responses.ts";
import { DAY_LONG, roughly, SECOND, type Clock } from "../../../client/clock.ts";
import type { Ask } from "../../../client/requests.ts";
import { ServiceError, UNREADABLE_ANSWER } from "../../../client/service-error.ts";
import { differing, isSamePolicy, policySentence, rowsSentence } from "./differences.ts";
import { isSameFacts, mergedFacts } from "./facts.ts";
import { newLists, type List } from "./lists.ts";
import { LIMITS, nextBatch, type Limits } from "./next-batch.ts";
import { refusedRows, refusedSentence } from "./refused-rows.ts";
import { isSame, restingOn, type Rows, type SentRow } from "./rows.ts";

export interface ValidatorNeeds {
  readonly ask: Ask;
  readonly clock: Clock;
  readonly store: InputsStore;
  /** Whether the facts are to be shown: somebody is signed in, and checking is on. */
  readonly isOn: () => boolean;
  /** Who checks; undefined while nobody can. */
  readonly checker: () => Account | undefined;
  /** Fetches policy and register anew, because the service has others. */
  readonly refresh: () => Promise<void>;
  readonly trouble: (sentence: string | undefined) => void;
  readonly limits?: Limits | undefined;
}

export interface Validator {
  readonly validation: ReadonlySignal<Validation | undefined>;
  readonly validate: (sheet: Sheet) => void;
  /** Goes on with what is to be asked, soon. */
  readonly wake: () => void;
  /** Has every row asked about anew; what nobody has answered for a day is no fact any more. */
  readonly renew: () => void;
  /** Takes the facts out of what is checked with; what was answered is kept, and comes back by itself. */
  readonly hide: () => void;
  readonly forget: () => void;
}

const DEBOUNCE = 400;
const AFTER_A_FAULT = 15 * SECOND;
/** A service whose answers never settle is not asked for ever. */
const MOST_REQUESTS = 100;
const TOO_LARGE = 413;

/** Has the lists of a workbook validated by the service, in the background and one request at a time. */
export function validator({
  ask,
  clock,
  store,
  isOn,
  checker,
  refresh,
  trouble,
  limits = LIMITS,
}: ValidatorNeeds): Validator {
  const lists = newLists();
  const shown = signal<Validation | undefined>(undefined);
  let callOff = (): void => undefined;
  let isRunning = false;
  let latest: List | undefined;
  let basedOn: readonly unknown[] = [];
  let policyDiffers: string | undefined;
  let fetchedFor = "";
  let most = limits;

  const rowsOn = ({ sheet, read }: List): Rows => read(sheet, store.inputs.peek());
  const sendable = (list: List): readonly SentRow[] =>
    rowsOn(list).rows.filter(({ content }) => !list.refused.has(content));

  function say(facts: ReturnType<typeof mergedFacts>): void {
    const { facts: before, ...rest } = store.service.peek();
    if (!isSameFacts(before, facts)) store.service.value = facts ? { ...rest, facts } : rest;
  }

  /** Facts that nobody has renewed for a day are none any more. */
  const isHeld = ({ answers }: List): boolean =>
    answers.lastAnswered !== undefined && clock.now() - answers.lastAnswered < DAY_LONG;

  function publish(): void {
    if (!isOn()) return;
    say(mergedFacts(lists.all.filter(isHeld).flatMap((list) => list.answers.facts(sendable(list)) ?? [])));
    if (!latest) return;
    const { answers, differing: others } = latest;
    const { rows, heldBack } = rowsOn(latest);
    const differ = rows.filter(({ content }) => others.has(content)).map(({ rowNumber }) => rowNumber);
    const now = clock.now();
    const validation: Validation = {
      answered: rows.filter((row) => answers.isAnswered(row, now)).length,
      of: rows.length + heldBack.length,
      heldBack,
      differences: [
        ...(policyDiffers === undefined ? [] : [policyDiffers]),
        ...(differ.length > 0 ? [rowsSentence(differ)] : []),
      ],
    };
    if (JSON.stringify(validation) !== JSON.stringify(shown.peek())) shown.value = validation;
  }

  /** Fetches policy and register anew where the service shows that it has others; once for each way of differing. */
  function lookAgain(why: string): void {
    if (why === fetchedFor) return;
    fetchedFor = why;
    if (why !== "") void refresh();
  }

  async function send(list: List, sent: readonly SentRow[], all: readonly SentRow[], account: Account): Promise<void> {
    const inputs = store.inputs.peek();
    const isPart =
      sent.length < all.length || all.length < rowsOn(list).rows.length || rowsOn(list).heldBack.length > 0;
    const body = { asOf: toIso(inputs.asOf), rows: sent.map(({ wire }) => wire), ...(isPart ? { isPart } : {}) };
    const answer = readChecks((await ask({ method: "POST", path: "/checks", body })).json);
    if (answer.rows.length !== sent.length) throw new ServiceError("failed", UNREADABLE_ANSWER);
    // What was asked by another policy or register than there is now is asked again.
    if (!isSame(restingOn(inputs), restingOn(store.inputs.peek()))) return;
    list.answers.take(sent, all, answer, clock.now());
    policyDiffers = isSamePolicy(answer, inputs) ? undefined : policySentence(answer, inputs);
    const others = differing(sent, isPart, answer, inputs, account);
    for (const { content } of sent) list.differing.delete(content);
    for (const { content } of others) list.differing.add(content);
    lookAgain(policyDiffers === undefined ? others.map(({ content }) => content).join("\n") : answer.policy.hash);
  }

  /** Rows that the service does not take are left out from now on; false where it refused for another reason. */
  function leaveOut(error: unknown, list: List, sent: readonly SentRow[]): boolean {
    const refused = refusedRows(error, sent);
    for (const { row, header } of refused) list.refused.set(row.content, header);
    return refused.length > 0;
  }

  /** Where no answer can hold what is said of so many rows, fewer are asked about from now on; false for another refusal. */
  function askFewer(error: unknown, { length }: readonly SentRow[]): boolean {
    if (!(error instanceof ServiceError) || error.status !== TOO_LARGE || length < 2) return false;
    most = { ...most, rows: Math.ceil(length / 2) };
    return true;
  }

  /** Asks what there is to ask of one list, request by request; an edit meanwhile counts from the next request on. */
  async function bringUpToDate(list: List): Promise<void> {
    for (let requests = 0; requests < MOST_REQUESTS; requests += 1) {
      const account = checker();
      if (!account) return;
      // Where what an answer rests on has changed, every row is asked about anew.
      const on = restingOn(store.inputs.peek());
      if (!isSame(on, basedOn)) {
        basedOn = on;
        for (const { answers, refused } of lists.all) {
          answers.expire();
          refused.clear();
        }
      }
      const all = sendable(list);
      const { rows, tooMany } = nextBatch(all, list.answers, clock.now(), most);
      for (const lead of tooMany) list.answers.giveUp(lead, all, clock.now());
      if (tooMany.length > 0) continue;
      if (rows.length === 0) {
        const refused = rowsOn(list).rows.filter(({ content }) => list.refused.has(content));
        trouble(refusedSentence(refused.map((row) => ({ row, header: list.refused.get(row.content) }))));
        return;
      }
      try {
        await send(list, rows, all, account);
      } catch (error) {
        if (!leaveOut(error, list, rows) && !askFewer(error, rows)) throw error;
      }
    }
  }

  const next = (): List | undefined => (checker() ? lists.all.find(({ isDirty }) => isDirty) : undefined);

  async function run(): Promise<void> {
    if (isRunning) return;
    isRunning = true;
    let list = next();
    try {
      for (; list; list = next()) {
        list.isDirty = false;
        await bringUpToDate(list);
        publish();
      }
    } catch (error) {
      // It goes on when the service is back, at the next edit, or after a while.
      if (list) list.isDirty = true;
      publish();
      const why = error instanceof ServiceError ? error.why : "fault";
      if (why === "failed") wakeIn(roughly(clock, AFTER_A_FAULT));
      if (why === "failed" || why === "refused") trouble((error as ServiceError).message);
      if (why === "fault")
        trouble(
          "Checking with the council's service stopped because of a fault in this add-in. Everything else goes on; close and open the pane to try again.",
        );
    } finally {
      isRunning = false;
    }
  }

  function wakeIn(milliseconds: number): void {
    callOff();
    callOff = clock.after(milliseconds, () => {
      void run();
    });
  }

  const dirtyAll = (): void => {
    for (const list of lists.all) list.isDirty = true;
    wakeIn(DEBOUNCE);
  };
  const hide = (): void => {
    say(undefined);
    shown.value = undefined;
    trouble(undefined);
  };

  return {
    validation: shown,
    wake: dirtyAll,
    hide,
    validate(sheet) {
      latest = lists.take(sheet) ?? latest;
      wakeIn(DEBOUNCE);
    },
    renew() {
      for (const { answers } of lists.all) answers.expire();
      publish();
      dirtyAll();
    },
    forget() {
      hide();
      lists.forget();
      policyDiffers = undefined;
      fetchedFor = "";
    },
  };
}
