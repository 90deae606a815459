/** Why somebody was chosen to lead, as the column "Reason for choice" keeps it: a code, so that nothing about a child is written there. */
export const REASON_CODES = {
  "knows-the-child": "Knows the child and the family",
  "most-contact": "Comes from the service the child sees most",
  "childs-wish": "The child asked for them",
  continuity: "Led or worked on this case before",
  capacity: "Has room for the case",
  specialism: "Has the skills that this case needs",
  other: "Another reason, recorded on the case file",
} as const;

export type ReasonCode = keyof typeof REASON_CODES;

export const isReasonCode = (text: string): text is ReasonCode => Object.hasOwn(REASON_CODES, text);
