import { fold } from "./text.ts";

/** Case statuses, most of them those of Ofsted's Annex A, lists 2 and 6 to 9. */
const STATUSES = {
  EH: { label: "Early help", aliases: ["EHP", "TEH", "FH", "targeted early help", "family help", "intensive"] },
  ASSESS: {
    label: "Open assessment",
    aliases: ["assessment", "C&F", "CFA", "single assessment", "d) open assessment"],
  },
  CIN: {
    label: "Child in need",
    aliases: ["s17", "section 17", "child in need plan", "c) child in need plan", "CIN plan"],
  },
  S47: { label: "Section 47 enquiry", aliases: ["section 47"] },
  CP: { label: "Child protection", aliases: ["CPP", "child protection plan", "b) child protection plan", "CP plan"] },
  CLA: {
    label: "Looked after",
    aliases: ["LAC", "looked after child", "CiC", "a) looked after child", "child looked after"],
  },
  CL: { label: "Care leaver", aliases: [] },
  CLOSED: { label: "Closed", aliases: ["closed episode", "e) closed episode", "NFA"] },
} as const;

export type StatusCode = keyof typeof STATUSES;

export const STATUS_CODES = Object.keys(STATUSES) as readonly StatusCode[];

export const OPEN_STATUSES = STATUS_CODES.filter((code) => code !== "CLOSED");

const BY_TEXT = new Map(
  STATUS_CODES.flatMap((code) =>
    [code, STATUSES[code].label, ...STATUSES[code].aliases].map((text): [string, StatusCode] => [fold(text), code]),
  ),
);

/** The status that a text means ("c) Child in need plan" is CIN); undefined for any other text. */
export const statusOf = (text: string): StatusCode | undefined => BY_TEXT.get(fold(text));

/** A status as a sentence names it: "child in need". */
export const statusLabel = (code: StatusCode): string => STATUSES[code].label.toLowerCase();
