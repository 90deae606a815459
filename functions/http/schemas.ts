/** The form of everything that is sent to the service: path parameters, queries and bodies. */
import * as z from "zod";
import { EMAIL_ID } from "../people/members.ts";
import { CHILD_REF, DAY, ROWS } from "./request-rows.ts";
import { MONTH as MONTH_TEXT } from "../../rules/months.ts";

const whole = (digits: RegExp, most: number) => z.string().regex(digits).transform(Number).pipe(z.int().max(most));

/** The query of every list: how many, and after which. */
export const PAGING = z.strictObject({
  limit: whole(/^[1-9]\d{0,2}$/, 200).optional(),
  after: z.string().min(1).max(200).optional(),
});

/** The query of a list whose places are numbers. */
const NUMBERED = {
  limit: whole(/^[1-9]\d{0,3}$/, 2_000).optional(),
  after: z
    .string()
    .regex(/^\d{1,6}$/)
    .transform(Number)
    .optional(),
};

/** A team's id. */
const TEAM = z.string().min(1).max(200);
/** A month as "2024-11". */
const MONTH = z.string().regex(MONTH_TEXT);
const MONTHS = { from: MONTH, to: MONTH };

export const POLICY_DAY = z.strictObject({ on: z.iso.date().optional() });
const ANY_POLICY = z.looseObject({});
export const POLICY_DRAFT = z.strictObject({ policy: ANY_POLICY });
export const NEW_POLICY = z.strictObject({ policy: ANY_POLICY, reason: z.string().trim().min(1).max(500).optional() });

export const STAFF_NUMBER = z.strictObject({ id: z.string().regex(/^[A-Za-z0-9][\w.-]{0,39}$/) });

export const CHECK_OPTIONS = z.strictObject({ words: z.literal("1").optional() });
export const CHECK = z.strictObject({
  asOf: DAY.optional(),
  rows: ROWS,
  /** Only some of a sheet's rows: the rules across rows are then left unchecked. */
  isPart: z.boolean().optional(),
});

export const LOOK_UP = z.strictObject({ childRefs: z.array(CHILD_REF).min(1).max(500) });

const MOST_PARTS = 100;
export const NEW_UPLOAD = z.strictObject({
  team: TEAM,
  month: MONTH,
  asOf: DAY.optional(),
  /** Rows in all parts together. */
  rows: z.int().min(1).max(50_000),
  parts: z.int().min(1).max(MOST_PARTS),
});
export const UPLOAD_ID = z.strictObject({ id: z.string().min(1).max(100) });
export const PART_NUMBER = z.strictObject({ ...UPLOAD_ID.shape, n: whole(/^[1-9]\d{0,2}$/, MOST_PARTS) });
export const PART = z.strictObject({ rows: ROWS.min(1) });

export const RECEIPTS = z.strictObject({ team: TEAM, from: MONTH.optional(), to: MONTH.optional(), ...NUMBERED });
export const TEAM_MONTH = z.strictObject({ team: TEAM, month: MONTH });
export const VERSION_ROWS = z.strictObject({
  version: z
    .string()
    .regex(/^[1-9]\d{0,5}$/)
    .transform(Number)
    .optional(),
  ...NUMBERED,
});
/** Children whom the caller knows by reference: those among the changes are answered with it. */
export const CHILDREN = z.strictObject({ childRefs: z.array(CHILD_REF).max(2_000) });

export const MEASURES = z.strictObject({ ...MONTHS, ...NUMBERED });
export const MEASURES_CSV = z.strictObject(MONTHS);

export const FEEDBACK_THEMES = [
  "who-leads",
  "oversight",
  "training",
  "working-together",
  "children-and-families",
  "workload",
  "this-tool",
  "other",
] as const;
export const FEEDBACK = z.strictObject({
  theme: z.enum(FEEDBACK_THEMES),
  text: z.string().trim().min(1).max(1000),
  month: z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/),
  team: TEAM.optional(),
});

export const MEMBER_ID = z.strictObject({
  id: z.union([z.string().regex(/^[\w-]{1,64}$/), z.string().regex(EMAIL_ID)]),
});
export const MEMBER = z.strictObject({
  name: z.string().trim().min(1).max(200).optional(),
  teams: z.array(TEAM).max(100),
  email: z.email().max(254).optional(),
});

export const ERASURE = z.strictObject({
  childRef: CHILD_REF,
  /** Where the step before said that the next begins. */
  after: z.string().max(4_000).optional(),
  /** Only counts what would go. */
  isPreview: z.boolean().optional(),
});

/** Where the page begins, as the page before said. Anything else beside it is passed over. */
export const EXPORT_PLACE = z.object({ after: z.string().optional() });
