import type { MeasureId } from "../../functions/snapshots/measure-ids.ts";
import type { Verdict } from "../../rules/finding.ts";

/** What each measure counts, in the order in which the report shows them; the verdicts have a table of their own. */
export const MEASURE_NAMES: Readonly<Record<Exclude<MeasureId, Verdict>, string>> = {
  cases: "Open cases",
  accepted: "Open cases with a finding that a manager has accepted",
  "registrations-ending": "Leads and overseers whose registration ends soon",
  "led-by-others": "Open cases led by someone other than a social worker",
  "cin-led-by-others": "Child in need, led by others",
  "eh-led-by-others": "Early help, led by others",
  "oversight-in-place": "Social-work-qualified overseer in place",
  "supervision-in-time": "Supervision in time",
  "meetings-chaired": "Formal meetings chaired by a qualified social worker",
  "training-complete": "Other leads with all training completed",
  "concerns-in-time": "Concerns reviewed in time",
  unallocated: "Without a lead",
  "step-ups": "Stepped up to protection since the month before",
  "lead-changes": "Lead changed since the month before",
  "not-checked": "Rules not checked for want of a column",
  feedback: "Feedback given",
};

/** The share whose trend is drawn, and the heads of its columns. */
export const TREND: readonly { readonly id: MeasureId; readonly header: string }[] = [
  { id: "supervision-in-time", header: "Supervision in time" },
  { id: "meetings-chaired", header: "Meetings chaired by a social worker" },
  { id: "oversight-in-place", header: "Overseer in place" },
  { id: "training-complete", header: "Training completed" },
];

/** Who leads, in counts. */
export const BALANCE: readonly { readonly id: MeasureId; readonly header: string }[] = [
  { id: "cases", header: "Open cases" },
  { id: "led-by-others", header: "Led by others" },
  { id: "cin-led-by-others", header: "Child in need, led by others" },
  { id: "eh-led-by-others", header: "Early help, led by others" },
];
