import * as z from "zod";
import { parseIso } from "../../rules/dates.ts";
import { FIELD_IDS, fieldOf, FIELDS, type FieldId, type Kind } from "../../rules/fields.ts";
import { mapFields } from "../../rules/headers.ts";
import { SERVICES } from "../../rules/read.ts";
import type { Sheet } from "../../rules/sheet.ts";
import { STATUS_CODES } from "../../rules/status.ts";
import type { Terms } from "../../rules/terms.ts";
import { clean } from "../../rules/text.ts";
import type { UNREADABLE } from "../../rules/wire.ts";
import { Refusal } from "./problem.ts";

const MOST_ROWS = 2_000;
const MOST_PATHS = 20;

/** A cell on the wire; "" and null are both a blank one. */
export type RequestCell = string | number | null | typeof UNREADABLE;

const blank = z.literal("");
/** An ISO date of the calendar that the rules know: a year such as 0001 is none. */
export const DAY = z.iso.date().refine((day) => parseIso(day) !== undefined);

const text = (most: number) => z.string().max(most);

const BY_KIND: Readonly<Record<Kind, z.ZodType<string | number>>> = {
  text: text(64),
  team: text(64),
  role: text(64),
  person: text(100),
  "yes-no": z.union([z.enum(["yes", "no"]), blank]),
  filled: z.union([z.literal("yes"), blank]),
  status: z.union([z.enum(STATUS_CODES), blank]),
  service: z.union([z.enum(SERVICES), blank]),
  date: z.union([DAY, blank]),
  complexity: z.union([z.literal([1, 2, 3]), blank]),
  number: z.union([z.int().min(0).max(9_999), blank]),
  rules: z.string().regex(/^(LP-\d\d(, LP-\d\d){0,40})?$/),
};
/** A date that only says whether something was done may come without its day. */
const ANSWER = z.union([DAY, z.enum(["yes", "not able"]), blank]);

const unreadable = z.strictObject({ unreadable: z.literal(true) });
const cellOf = (id: FieldId): z.ZodOptional<z.ZodType<RequestCell>> =>
  z.union([fieldOf(id).mayBeUndated ? ANSWER : BY_KIND[FIELDS[id].kind], z.null(), unreadable]).optional();

/** A row on the wire: field ids and nothing else. */
export const ROW = z.strictObject(
  Object.fromEntries(FIELD_IDS.map((id) => [id, cellOf(id)])) as Record<FieldId, z.ZodOptional<z.ZodType<RequestCell>>>,
);
export type RequestRow = z.infer<typeof ROW>;

export const ROWS = z.array(ROW).max(MOST_ROWS);

/** A child's reference where it is asked after by itself. */
export const CHILD_REF = z.string().min(1).max(64);

/** Refuses references that do not look like one: they might be names. A refusal names where they stand, never what they say. */
export function refuseOddRefs(refs: readonly unknown[], terms: Terms, pathOf: (index: number) => string): void {
  const paths = refs.flatMap((ref, index) =>
    typeof ref === "string" && clean(ref) !== "" && !terms.isChildRef(clean(ref)) ? [pathOf(index)] : [],
  );
  if (paths.length === 0) return;
  throw new Refusal(
    422,
    "Some child refs do not look like a reference. Replace them by the reference from the case system, or leave those rows out.",
    paths.slice(0, MOST_PATHS),
  );
}

export const refuseOddRows = (rows: readonly RequestRow[], terms: Terms): void => {
  refuseOddRefs(
    rows.map(({ childRef }) => childRef),
    terms,
    (index) => `rows[${index}].childRef`,
  );
};

/** The fields that any of the rows has: the sheet's columns, though every cell of one may be blank. */
const fieldsOf = (rows: readonly RequestRow[]): FieldId[] =>
  FIELD_IDS.filter((id) => rows.some((row) => row[id] !== undefined));

/** The rows as a sheet to check. */
export function sheetOf(rows: readonly RequestRow[], isPart = false): Sheet {
  const fields = fieldsOf(rows);
  return { columns: mapFields(fields), rows: rows.map((row) => fields.map((id) => row[id])), isPart };
}
