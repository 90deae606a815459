import type { Role } from "./policy.ts";
import { fold } from "./text.ts";

const GRADE = String.raw`(?:level|grade|band)\s*\w{1,3}`;
const NOTE = [
  GRADE,
  "agency",
  "locum",
  "asye",
  "nqsw",
  "acting",
  "interim",
  "temp(?:orary)?",
  "perm(?:anent)?",
  "part[ -]?time",
  "full[ -]?time",
  "secondment",
  "seconded",
  String.raw`\d?\.\d+(?: ?fte)?`,
].join("|");
/** What may stand after a role without making it another one: a grade, the kind of contract, the first year. */
const AFTER_ROLE = new RegExp(
  String.raw`\s*(?:[([]\s*(?:${NOTE})\s*[)\]]|[-\u2013\u2014,]\s*(?:${NOTE})|\b${GRADE})\s*$`,
  "i",
);

/** The names that a slash joins: "Senior/Advanced Social Worker" is "Senior Social Worker" and "Advanced Social Worker", "SW/SSW" both. */
function namesIn(text: string): readonly string[] {
  const words = text.split(/\s+/);
  const at = words.findIndex((word) => word.includes("/"));
  if (at < 0) return [text];
  const joined = String(words[at]).split("/");
  return joined.map((one) => [...words.slice(0, at), one, ...words.slice(at + 1)].join(" "));
}

/** The texts that name a role of a policy. */
export class RoleTexts {
  readonly #roles: ReadonlyMap<string, Role>;

  constructor(roles: readonly Role[]) {
    const named = roles.flatMap((role) => [role.name, ...role.aliases].map((name) => ({ name, role })));
    const joined = named.flatMap(({ name, role }) => namesIn(name).map((one): [string, Role] => [fold(one), role]));
    // What a policy gives as a name counts before what only a slash makes of another.
    this.#roles = new Map([...joined, ...named.map(({ name, role }): [string, Role] => [fold(name), role])]);
  }

  /** Folded text and role, for finding the nearest. */
  get all(): Iterable<readonly [string, Role]> {
    return this.#roles;
  }

  /** The role that several names all mean. */
  #oneOf(names: readonly string[]): Role | undefined {
    const [first, ...others] = names.map((name) => this.#roles.get(fold(name)));
    return others.length > 0 && others.every((role) => role === first) ? first : undefined;
  }

  /** The role that a text names; undefined where it names none, or several. */
  roleOf(text: string): Role | undefined {
    const whole = this.#roles.get(fold(text));
    if (whole) return whole;
    const bare = text.replace(AFTER_ROLE, "");
    if (bare !== text) return this.roleOf(bare);
    return this.#oneOf(namesIn(text)) ?? this.#oneOf(text.split("/"));
  }
}
