import * as z from "zod";
import type { RawPractitioner } from "../../rules/register.ts";
import type { Terms } from "../../rules/terms.ts";
import type { Caller } from "./identity.ts";
import type { Dependencies } from "../dependencies.ts";
import { allOf, jsonOf } from "../store/entries.ts";
import { partitions } from "../store/keys.ts";
import type { Entry } from "../store/table.ts";

const text = z.string().trim().min(1).max(200);
const date = z.iso.date();

/** A practitioner as they are sent. What is left out is blank. */
export const PRACTITIONER = z.strictObject({
  name: text,
  role: text,
  /** A team's id or any of its names. */
  team: text,
  /** A Social Work England number, or "none". */
  registration: z
    .string()
    .trim()
    .regex(/^(?:none|[a-z]{0,4}[ -]?\d[\d ]{2,14})$/i)
    .optional(),
  registeredTo: date.optional(),
  level: z.int().min(1).max(3).optional(),
  signedOffOn: date.optional(),
  caseLimit: z.int().min(0).max(1000).optional(),
  protectedTime: z.boolean().optional(),
  absentFrom: date.optional(),
  absentTo: date.optional(),
  training: z
    .array(z.strictObject({ course: text, completedOn: date.optional(), bookedFor: date.optional() }))
    .max(50)
    .optional(),
});

export type SentPractitioner = z.infer<typeof PRACTITIONER>;

/** A practitioner as the register keeps them: `team` is a team's id. */
export type StoredPractitioner = SentPractitioner & { readonly id: string };

/** What only an Admin may set. */
export const REGISTRATION_FIELDS = ["registration", "registeredTo"] as const;

export const practitionerOf = (entry: Entry): StoredPractitioner => jsonOf(entry) as StoredPractitioner;

/** The whole register, for checking with. */
export async function registerOf({ table }: Pick<Dependencies, "table">): Promise<RawPractitioner[]> {
  // Under exactOptionalPropertyTypes zod's optional fields may hold undefined; parsed from JSON they never do.
  return (await allOf(table, partitions.register)).map((entry) => practitionerOf(entry) as RawPractitioner);
}

/** What is shown to the practitioner's own team alone. */
const KEPT = new Set(["absentFrom", "absentTo", "level", "signedOffOn"]);

const withoutKept = <One extends object>(one: One): One =>
  Object.fromEntries(Object.entries(one).filter(([field]) => !KEPT.has(field))) as One;

/** What a person may see of a practitioner; an Admin sees everything. */
export function visibleTo(
  { roles, teams }: Pick<Caller, "roles" | "teams">,
  practitioner: StoredPractitioner,
): StoredPractitioner {
  if (roles.includes("Admin") || teams.includes(practitioner.team)) return practitioner;
  return withoutKept(practitioner);
}

/**
 * The register as somebody checks with it: what it keeps from them is left out, so that no finding says it, and none
 * comes and goes with it.
 */
export const registerFor = (
  { teams }: Pick<Caller, "teams">,
  practitioners: readonly RawPractitioner[],
  terms: Terms,
): RawPractitioner[] =>
  practitioners.map((one) => {
    const team = typeof one.team === "string" ? one.team : "";
    const isOwn = teams.includes(team) || teams.includes(terms.team(team)?.team.id ?? "");
    return isOwn ? one : withoutKept(one);
  });
