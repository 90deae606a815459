import type { PlacedFinding } from "../checking/finding-places.ts";
import type { ReadonlySignal } from "@preact/signals-core";
import type { Checked } from "../../rules/check.ts";
import type { FieldId } from "../../rules/fields.ts";
import type { Mapping } from "../../rules/headers.ts";
import type { Policy } from "../../rules/policy.ts";
import type { StrayRows } from "../../rules/workbook/found.ts";
import type { HeaderQuestion } from "../../rules/workbook/header-question.ts";
import type { AcceptanceChange } from "../accepting/acceptance-change.ts";
import type { Naming } from "../allocating/naming.ts";
import type { Renewal } from "../registrations/renewal.ts";
import type { CheckInputs } from "../checking/check-inputs.ts";
import type { Choices } from "../workbook/choices.ts";
import type { History } from "../history/history.ts";
import type { SnapshotSender } from "../sending/sender.ts";
import type { Service } from "../service/service.ts";
import type { PolicyActions } from "./policy-actions.ts";
import type { WorkbookList } from "../workbook/workbook.ts";

/** Where the pane stands with the workbook, each with a screen of its own. */
export type Phase =
  | { readonly is: "loading" }
  /** The page was opened outside Excel. */
  | { readonly is: "not-in-excel" }
  | { readonly is: "failed"; readonly sentence: string; readonly detail: string }
  | { readonly is: "no-table" }
  | { readonly is: "ready" };

/** Work that takes a while, for the progress line: what is being done. */
export interface Busy {
  readonly what: string;
}

/** What the pane shows and does: the workbook, the check and the service brought together. */
export interface PaneModel extends PolicyActions {
  readonly phase: ReadonlySignal<Phase>;
  readonly lists: ReadonlySignal<readonly WorkbookList[]>;
  /** The list being looked at. */
  readonly current: ReadonlySignal<WorkbookList | undefined>;
  /** Its mapping with what was chosen in the workbook. */
  readonly mapping: ReadonlySignal<Mapping | undefined>;
  readonly inputs: ReadonlySignal<CheckInputs>;
  readonly choices: ReadonlySignal<Choices>;
  /** Those that a workbook may name: the council's own where they are known, and those that ship. */
  readonly policies: ReadonlySignal<readonly Policy[]>;
  /** Whether the workbook names its policy itself. */
  readonly isPolicyNamed: ReadonlySignal<boolean>;
  readonly checked: ReadonlySignal<Checked | undefined>;
  /** Every finding of the current list, worst first and then by row. */
  readonly findings: ReadonlySignal<readonly PlacedFinding[]>;
  /** Index of the row that is selected in Excel, where it is one of the list. */
  readonly selectedRow: ReadonlySignal<number | undefined>;
  /** Names and settings in the workbook that cannot be used, as sentences. */
  readonly problems: ReadonlySignal<readonly string[]>;
  /** Which row has the headers, for each sheet that may hold a list and where nobody can tell: answered by keeping `lists` and `columns`. */
  readonly questions: ReadonlySignal<readonly HeaderQuestion[]>;
  /** Rows that look like cases and stand beside the lists of their sheet, below no headers that are known. */
  readonly strayRows: ReadonlySignal<readonly StrayRows[]>;
  /** How the current list was read and what was left out, in sentences, the columns that wait for a decision aside. */
  readonly notes: ReadonlySignal<readonly string[]>;
  /** Whether to ask what became of the trial, before the first check. */
  readonly asksAboutTrial: ReadonlySignal<boolean>;
  readonly busy: ReadonlySignal<Busy | undefined>;
  /** What the last action came to, or why it could not be done, as a sentence to announce. */
  readonly notice: ReadonlySignal<
    { readonly kind: "done" | "problem"; readonly sentence: string; readonly detail?: string } | undefined
  >;
  readonly service: Service;
  readonly sending: SnapshotSender;
  readonly history: History;

  choose(key: string): void;
  goTo(placed: { readonly index: number | undefined; readonly field: FieldId | undefined }): Promise<void>;
  /** Reads the whole workbook anew. */
  readAgain(): Promise<void>;
  keepChoices(change: (choices: Choices) => Choices): Promise<void>;
  /** An ISO date; undefined for today. */
  keepCheckDate(iso: string | undefined): Promise<void>;
  keepPolicy(id: string | undefined): Promise<void>;
  addCheckColumns(): Promise<void>;
  repair(): Promise<void>;
  /** Makes every formula of the workbook calculate anew: LP.ELIGIBLE knows of a new date or policy only then. */
  recalculate(): Promise<void>;
  mark(): Promise<void>;
  clearMarks(): Promise<void>;
  insertExample(): Promise<void>;
  makePractitioners(): Promise<void>;
  /** Writes a lead that was confirmed into the row's own cells. */
  nameAsLead(naming: Naming): Promise<void>;
  /** What entering the renewals of people's registrations writes, by the people's keys. */
  renewalOf(keys: ReadonlySet<string>): Renewal;
  /** Enters renewals as they were confirmed, in one act. */
  renew(renewal: Renewal): Promise<void>;
  /** Whose renewal could not be entered the last time and why, a sentence each. */
  readonly refusedRenewals: ReadonlySignal<readonly string[]>;
  /** Accepts a finding, or takes that back, as it was confirmed. */
  changeAcceptance(change: AcceptanceChange): Promise<void>;
  /** Writes a new sheet with a sent month's figures; `team` is a team's id, `month` such as 2024-11. */
  insertReport(team: string, month: string): Promise<void>;
  /** Says something in the pane's live region: a copy that worked, for example. */
  say(sentence: string): void;
}
