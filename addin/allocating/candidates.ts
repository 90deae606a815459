import type { Person } from "../../rules/people.ts";
import { isNobody } from "../../rules/read.ts";
import type { Practitioner } from "../../rules/register.ts";
import { fold } from "../../rules/text.ts";
import type { CaseSought } from "./case-sought.ts";

/** Someone who might lead, as the sheet would name them. */
export interface Candidate {
  readonly person: Person;
  readonly practitioner: Practitioner;
  /** Their name, or their staff number where the name is somebody else's too. */
  readonly text: string;
}

export interface Candidates {
  readonly people: readonly Candidate[];
  /** The team whose people these are, with those whom the register puts in none; undefined for everyone on the register. */
  readonly team: string | undefined;
  readonly ofOtherTeams: number;
  /** Entries of the register that no name and no staff number tells from another. */
  readonly confusable: number;
}

const byName = (a: Candidate, b: Candidate): number =>
  a.person.name.localeCompare(b.person.name, "en-GB") || a.text.localeCompare(b.text, "en-GB");

/** Everyone on the register who might lead a case, by name alone: the list ranks nobody. */
export function candidatesFor({ register, people, terms, team, leadsNow }: CaseSought): Candidates {
  const isOfTeam = ({ team: text }: Practitioner): boolean => {
    if (text === "" || !team) return true;
    const known = terms.team(text);
    return known && team.known ? known.team.id === team.known.team.id : fold(text) === fold(team.text);
  };
  const textFor = (practitioner: Practitioner): string | undefined =>
    [practitioner.name, practitioner.id].find(
      (text) => text !== "" && !isNobody(text) && people.named(text).practitioner === practitioner,
    );

  const found: Candidate[] = [];
  const left = { ofOtherTeams: 0, confusable: 0 };
  for (const practitioner of register.practitioners) {
    const text = textFor(practitioner);
    if (leadsNow?.practitioner === practitioner) continue;
    if (!isOfTeam(practitioner)) left.ofOtherTeams += 1;
    else if (text === undefined) left.confusable += 1;
    else found.push({ person: people.named(text), practitioner, text });
  }
  return { people: found.sort(byName), team: team && (team.known?.team.name ?? team.text), ...left };
}
