import { MEETINGS } from "../../rules/catalogue/meetings.ts";
import type { FieldId } from "../../rules/fields.ts";
import type { Evaluation } from "./evaluate.ts";
import type { MeasureId } from "./measure-ids.ts";

interface Needs {
  /** Columns of the list, every one of them. */
  readonly fields?: readonly FieldId[];
  /** That it can be told of any lead whether they are social work qualified. */
  readonly isOfLeads?: true;
  readonly isKept?: (evaluated: Evaluation) => boolean;
}

const OF_LEADS: Needs = { fields: ["lead"], isOfLeads: true };

/** What a measure cannot be counted without; one that is not listed always can. */
const NEEDS: Partial<Readonly<Record<MeasureId, Needs>>> = {
  accepted: { fields: ["accepted"] },
  "registrations-ending": {
    fields: ["lead"],
    isKept: ({ register }) => register?.columns.has("registeredTo") === true && register.columns.has("registration"),
  },
  "led-by-others": OF_LEADS,
  "cin-led-by-others": { ...OF_LEADS, fields: ["lead", "status"] },
  "eh-led-by-others": { ...OF_LEADS, fields: ["lead", "status"] },
  "oversight-in-place": { ...OF_LEADS, fields: ["lead", "status", "overseer"] },
  "supervision-in-time": { ...OF_LEADS, fields: ["lead", "status", "lastSupervision"] },
  "meetings-chaired": {
    ...OF_LEADS,
    fields: ["lead", "status"],
    isKept: ({ has }) => MEETINGS.some(({ on, chair }) => has(on) && has(chair)),
  },
  // A policy without courses asks nobody for one, which is no training completed.
  "training-complete": {
    ...OF_LEADS,
    isKept: ({ register }) => register?.columns.has("training") === true && register.courses.length > 0,
  },
  "concerns-in-time": { fields: ["concernOn", "concernReviewedOn"] },
  unallocated: { fields: ["lead"] },
  "step-ups": { ...OF_LEADS, fields: ["lead", "status"] },
  "lead-changes": { fields: ["lead"] },
};

/** Whether a list and the register keep what a measure counts. */
export const recordedBy =
  (evaluated: Evaluation, isAnyLeadTold: boolean) =>
  (id: MeasureId): boolean => {
    const { fields = [], isOfLeads = false, isKept = () => true } = NEEDS[id] ?? {};
    return fields.every(evaluated.has) && (!isOfLeads || isAnyLeadTold) && isKept(evaluated);
  };
