import { signal, type Signal } from "@preact/signals";
import { SEVERITIES, type Severity } from "../../rules/finding.ts";
import type { GroupBy } from "../report/finding-groups.ts";
import { hasSeenIntroduction, keepIntroductionSeen } from "./introduction.ts";
import type { Draft } from "./recognising/draft.ts";
import { newChoice, type SnapshotChoice } from "./snapshots/choice.ts";

export const TABS = {
  findings: "Findings",
  people: "People",
  leads: "Who leads",
  snapshots: "Snapshots",
  "set-up": "Set-up",
} as const;
export type Tab = keyof typeof TABS;

/** The parts of Set-up that other screens lead to. */
export type Section = "columns" | "texts" | "coverage" | "service";

/** What a person has done to the pane itself; nothing of it is kept in the workbook. */
export interface View {
  readonly tab: Signal<Tab>;
  /** The part of Set-up to show next. */
  readonly section: Signal<Section | undefined>;
  /** The place of the list, or of what may be one, whose columns are being looked at. */
  readonly columnsOf: Signal<string | undefined>;
  /** Place -> what has been chosen of its columns and not yet kept: it stays over every change of screen. */
  readonly drafts: Signal<ReadonlyMap<string, Draft>>;
  readonly isIntroduced: Signal<boolean>;
  readonly groupBy: Signal<GroupBy>;
  readonly severities: Signal<ReadonlySet<Severity>>;
  readonly search: Signal<string>;
  /** Keys of the findings whose reasons are open. */
  readonly open: Signal<ReadonlySet<string>>;
  readonly isStoryOpen: Signal<boolean>;
  readonly snapshots: SnapshotChoice;
  /** Texts of banners and notices that were put away. */
  readonly putAway: Signal<ReadonlySet<unknown>>;
}

export const newView = (): View => ({
  tab: signal<Tab>("findings"),
  section: signal<Section | undefined>(undefined),
  columnsOf: signal<string | undefined>(undefined),
  drafts: signal<ReadonlyMap<string, Draft>>(new Map()),
  isIntroduced: signal(hasSeenIntroduction()),
  groupBy: signal<GroupBy>("row"),
  severities: signal<ReadonlySet<Severity>>(new Set(SEVERITIES)),
  search: signal(""),
  open: signal<ReadonlySet<string>>(new Set()),
  isStoryOpen: signal(true),
  snapshots: newChoice(),
  putAway: signal<ReadonlySet<unknown>>(new Set()),
});

/** A set with or without one of its members. */
export function withMember<T>(set: ReadonlySet<T>, member: T, isIn: boolean): ReadonlySet<T> {
  if (set.has(member) === isIn) return set;
  const changed = new Set(set);
  if (isIn) changed.add(member);
  else changed.delete(member);
  return changed;
}

/** Goes to a screen; what was chosen on the one before stays. */
export function showTab(view: View, tab: Tab): void {
  view.columnsOf.value = undefined;
  view.tab.value = tab;
}

export function showSection(view: View, section: Section): void {
  view.section.value = section;
  showTab(view, "set-up");
}

/** The introduction has been read, or passed over; Help shows it again. */
export function introduced(view: View): void {
  keepIntroductionSeen();
  view.isIntroduced.value = true;
}
