import type { MeasureId } from "../../functions/snapshots/measure-ids.ts";

/** What a measure is: the page, the downloads and the reference all go by this one table. */
export interface Entry {
  readonly id: MeasureId;
  readonly title: string;
  readonly counted: string;
  /** Out of what; undefined for a plain count. */
  readonly of?: string;
  /** Where the definition comes from. */
  readonly source: string;
}

const LETTER = "Kent lead professional letter, 2024";
const GUIDANCE = "Working Together to Safeguard Children 2023";
const OWN = "this product's rules";

/** Every measure, in the order in which the service gives them. */
export const CODEBOOK: readonly Entry[] = [
  { id: "cases", title: "Open cases", counted: "Rows of the month's list whose status is not closed.", source: OWN },
  {
    id: "accepted",
    title: "With an accepted finding",
    counted:
      "Open rows on which a manager has accepted a finding for a time. It keeps its weight and is left out of the row's verdict until its last day.",
    source: `${OWN} (rule LP-38)`,
  },
  {
    id: "registrations-ending",
    title: "Registrations about to end",
    counted:
      "Leads and overseers of open rows, each counted once, whose registration ends within the policy's days of warning. Those that have ended are not among them.",
    source: "procedures of English councils (rule LP-35)",
  },
  {
    id: "led-by-others",
    title: "Led by other practitioners",
    source: `${GUIDANCE}; the balance that the Department asks for`,
    counted:
      "Open rows whose lead is known not to be social work qualified on the day of the list. A lead of whom it cannot be told is not among them, nor one whose renewal may still be entered.",
  },
  {
    id: "cin-led-by-others",
    title: "Child in need, led by other practitioners",
    source: `${LETTER}; the balance that the Department asks for`,
    counted: "Rows of status child in need whose lead is known not to be social work qualified.",
  },
  {
    id: "eh-led-by-others",
    title: "Early help, led by other practitioners",
    source: "the balance that the Department asks for",
    counted: "Rows of status early help whose lead is known not to be social work qualified.",
  },
  {
    id: "clear",
    title: "Clear",
    counted: "Rows on which no rule was broken on the data given. It does not mean that a child is safe.",
    source: OWN,
  },
  {
    id: "advice",
    title: "Advice",
    counted: "Rows whose worst finding is good practice not yet followed.",
    source: OWN,
  },
  {
    id: "check",
    title: "Check",
    counted: "Rows whose worst finding is that the list does not say, or that a manager has to decide.",
    source: OWN,
  },
  {
    id: "action",
    title: "Action needed",
    counted: "Rows whose worst finding is a duty overdue, missing or done by the wrong person.",
    source: OWN,
  },
  {
    id: "not-eligible",
    title: "Not eligible",
    counted: "Rows whose worst finding is that this person may not lead this case as things stand.",
    source: OWN,
  },
  {
    id: "oversight-in-place",
    title: "Oversight in place",
    source: `${LETTER}, the paragraph on who may lead (rule LP-08)`,
    counted:
      "Rows on which a social-work-qualified supervisor or manager oversees the lead. While the renewal of a registration may still be entered (the policy's days of grace) an overseer counts as before its last day; afterwards not.",
    of: "rows led by another practitioner in a status that the policy has overseen",
  },
  {
    id: "supervision-in-time",
    title: "Supervision in time",
    source: `${LETTER}, the paragraph on supervision (rule LP-13)`,
    counted: "Rows on which formal supervision is neither overdue nor has never taken place.",
    of: "rows led by another practitioner in a status that the policy has overseen on which this could be checked",
  },
  {
    id: "meetings-chaired",
    title: "Meetings chaired by a qualified social worker",
    source: `${LETTER}, the paragraph on meetings (rule LP-16)`,
    counted:
      "Formal child in need meetings dated in the month whose chair was social work qualified on that day and was not the lead.",
    of: "formal meetings dated in the month, up to the day of the list, on child in need cases led by another practitioner",
  },
  {
    id: "training-complete",
    title: "Training completed",
    source: `${LETTER}, the paragraph on training (rule LP-18)`,
    counted: "Other practitioners leading a case who have completed every course of the policy.",
    of: "other practitioners leading an open case, each counted once",
  },
  {
    id: "concerns-in-time",
    title: "Concerns reviewed in time",
    source: `${GUIDANCE}; the days are the policy's (rule LP-28)`,
    counted:
      "Concerns raised in the month on open rows that a social-work-qualified manager reviewed within the working days of the policy.",
    of: "concerns raised in the month on open rows",
  },
  {
    id: "unallocated",
    title: "Without a lead",
    counted: "Open rows that name nobody as lead (rule LP-01).",
    source: "Community Care, “Who's in charge here?”, 2003",
  },
  {
    id: "step-ups",
    title: "Step-ups",
    source: "asked for by the evaluation; not in the letter",
    counted:
      "Children led by another practitioner in child in need or assessment in the month before who are now in a section 47 enquiry, child protection or looked after. It needs the month before.",
  },
  {
    id: "lead-changes",
    title: "Changes of lead",
    source: "asked for by the evaluation; continuity is a concern of 2003",
    counted:
      "Children on the list of this month and of the month before who have a lead in both, and none of the same. It needs the month before.",
  },
  {
    id: "not-checked",
    title: "Rules not checked",
    counted:
      "Rules that could not be checked because the list or the register lacks a column, or hardly anyone fills it.",
    source: OWN,
  },
  {
    id: "feedback",
    title: "Feedback by team",
    counted: "Lines of feedback given for the team and month.",
    source: `${LETTER}, the paragraph on the evaluation`,
  },
];

const BY_ID = new Map(CODEBOOK.map((entry) => [entry.id, entry]));

export function entryOf(id: MeasureId): Entry {
  const entry = BY_ID.get(id);
  if (!entry) throw new RangeError(`The codebook lacks the measure "${id}".`);
  return entry;
}

/** How figures are blurred, in words. */
export const ROUNDING: readonly string[] = [
  "Counts of a team that is not one's own are rounded to the nearest 5: a 0 may be up to 2, a 5 may be 3 to 7.",
  "A percentage is the true one rounded to the nearest 10, 0 and 100 only where they are true, and shown only where it is out of ten or more.",
  "Parts need not add up to their whole.",
  "All counts are of open rows. Where the list or the register has no column for a measure, or nobody can be told qualified or not, it is not recorded, which is not 0; a CSV file leaves it blank.",
  "The newest version of a month's list counts. A team that has sent none for a month has no figure, which is not 0.",
];
