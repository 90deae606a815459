import type { Role, RoleKind, Team } from "../../../rules/policy.ts";

export interface DraftTeam {
  /** Empty for a team that is new: its id is made of its name. */
  readonly id: string;
  readonly name: string;
  /** One a line. */
  readonly aliases: string;
  readonly isInTrial: boolean;
}

export interface DraftRole extends Omit<Role, "aliases" | "kind"> {
  /** Stays with the role while others come and go. */
  readonly key: number;
  /** Empty until it is chosen: what a new role may do is never guessed. */
  readonly kind: RoleKind | "";
  /** One a line. */
  readonly aliases: string;
}

/** The lines of a text that hold anything. */
export const linesOf = (text: string): readonly string[] =>
  text
    .split("\n")
    .map((one) => one.trim())
    .filter((one) => one !== "");

export const draftTeam = ({ id, name, aliases }: Team, isInTrial: boolean): DraftTeam => ({
  id,
  name,
  aliases: aliases.join("\n"),
  isInTrial,
});

/** The id of a new team: its name in small letters, with hyphens. */
const idFor = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll("&", " and ")
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "")
    .slice(0, 64);

export const idOf = ({ id, name }: DraftTeam): string => (id === "" ? idFor(name) : id);

export const teamOf = (team: DraftTeam): Team => ({
  id: idOf(team),
  name: team.name.trim(),
  aliases: linesOf(team.aliases),
});

export const draftRole = (role: Role, key: number): DraftRole => ({ ...role, key, aliases: role.aliases.join("\n") });

export const newRole = (roles: readonly DraftRole[]): DraftRole => ({
  key: Math.max(-1, ...roles.map(({ key }) => key)) + 1,
  name: "",
  kind: "",
  aliases: "",
});

/** Not yet checked: its kind may be missing. */
export const roleOf = ({
  name,
  kind,
  aliases,
  timetabled,
  newlyQualified,
}: DraftRole): Omit<Role, "kind"> & Pick<DraftRole, "kind"> => ({
  name: name.trim(),
  kind,
  aliases: linesOf(aliases),
  ...(timetabled === undefined ? {} : { timetabled }),
  ...(newlyQualified === undefined ? {} : { newlyQualified }),
});
