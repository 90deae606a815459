import type { Context } from "../context.ts";
import { showDay, type Day } from "../dates.ts";
import type { Person } from "../people.ts";
import { isUsable } from "../read.ts";

/** A registration that the register shows to have ended, which may only mean that nobody has entered its renewal. */
export interface EndedRegistration {
  /** Its last day. */
  readonly on: Day;
  /** Whether its renewal may still be entered before anything else follows. */
  readonly isInGrace: boolean;
}

export function endedRegistration(
  { practitioner }: Person,
  { asOf, terms }: Pick<Context, "asOf" | "terms">,
): EndedRegistration | undefined {
  const on = practitioner?.registration === "held" ? practitioner.registeredTo : undefined;
  if (!isUsable(on) || on >= asOf) return undefined;
  return { on, isInGrace: asOf <= on + terms.policy.registrationGraceDays };
}

/** What is known of it: never that somebody is no social worker. */
export const shownTo = (on: Day): string =>
  `the register here shows a registration to ${showDay(on)} and none since (Social Work England's public register says more)`;

/** "Look A. Person up in Social Work England's public register today and enter the new date". */
export const lookUp = (name: string): string =>
  `Look ${name} up in Social Work England's public register today and enter the new date`;

/** How an allocation is said of a lead who is known not to be social work qualified. */
export const leadsAs = ({ name, role }: Pick<Person, "name" | "role">): string =>
  role && role.kind !== "either"
    ? `${name} leads as ${role.name}`
    : `${name} leads${role ? ` as ${role.name}` : ""}, with no registration shown`;
