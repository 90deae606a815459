import { showDay, type Day } from "../../rules/dates.ts";
import type { Person } from "../../rules/people.ts";
import { Problem } from "../../rules/read.ts";
import type { Practitioner, Register } from "../../rules/register.ts";

function registrationFact({ registration, registeredTo }: Practitioner, asOf: Day): string {
  switch (registration) {
    case "none":
      return "Not registered as a social worker";
    case "blank":
      return "No registration entered";
    case "unreadable":
      return "The registration cannot be read";
    case "held":
      if (registeredTo instanceof Problem) return "Registered; the end date cannot be read";
      if (registeredTo === undefined) return "Registered, no end date entered";
      return registeredTo >= asOf
        ? `Registered to ${showDay(registeredTo)}`
        : `Registration ended on ${showDay(registeredTo)}`;
  }
}

/** What the register says of someone on a day, as a fact and without judging it. */
export function registerFact(person: Person, register: Register | undefined, asOf: Day): string {
  if (!register) return "No register to look in";
  if (person.isAmbiguous) return "More than one entry has this name";
  if (!person.practitioner) return "Not on the register";
  if (!register.columns.has("registration")) return "On the register, which has no column 'Registration'";
  return registrationFact(person.practitioner, asOf);
}
