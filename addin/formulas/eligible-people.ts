import type { Day } from "../../rules/dates.ts";
import type { Policy, RoleKind } from "../../rules/policy.ts";
import { typed, type Cell } from "../../rules/read.ts";
import type { RegisterSource } from "../../rules/register.ts";
import { SheetReader } from "../../rules/sheet-reader.ts";

/** Kinds of role that nobody needs a registration for: whoever is known by such a role alone is not social work qualified. */
const isOtherKind = (kind: RoleKind): boolean => kind !== "social-worker" && kind !== "manager";

const anyoneIn = (role: string): string => `anyone in the role ${role}`;

/** The register, and beside its people one entry for each role by which an overseer may be given instead of a name. */
function withRoles(register: RegisterSource | undefined, { roles }: Policy): RegisterSource {
  const entries = roles
    .filter(({ kind }) => isOtherKind(kind))
    .map(({ name }) => ({ name: anyoneIn(name), role: name, registration: "none" }));
  return { ...register, practitioners: [...(register?.practitioners ?? []), ...entries] };
}

/** Lead and overseer as the rules take them. */
export interface NamedPeople {
  readonly lead: Cell;
  readonly leadRole: Cell;
  readonly overseer: Cell;
}

/** Reads lead and overseer where each may be a name, a staff number or a role. A name on the register counts before a role. */
export function peopleOrRoles(
  given: RegisterSource | undefined,
  { policy, asOf, date1904 }: { readonly policy: Policy; readonly asOf: Day; readonly date1904: boolean },
) {
  const register = withRoles(given, policy);
  // A formula's arguments stand on no sheet.
  const reader = new SheetReader({ columns: new Map(), rows: [], date1904 }, { asOf, policy, register });
  const { people, terms } = reader;
  const roleIn = (cell: Cell) => {
    const text = typed(cell);
    return text === "" || people.named(text).isOnRegister ? undefined : terms.role(text);
  };
  return {
    register,
    readers: reader.readers,
    read: (lead: Cell, overseer: Cell): NamedPeople => {
      const [leadIn, overseenBy] = [roleIn(lead), roleIn(overseer)];
      return {
        lead,
        leadRole: leadIn?.name ?? "",
        // A manager or social worker who is not named stays someone nobody knows: their registration cannot be told.
        overseer: overseenBy && isOtherKind(overseenBy.kind) ? anyoneIn(overseenBy.name) : overseer,
      };
    },
  };
}
