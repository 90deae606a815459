import { kentTrial2024 } from "../../rules/policies/index.ts";
import type { Team } from "../../rules/policy.ts";

/** A practitioner who does not exist, as the register takes them. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly kind: "manager" | "social-worker" | "assistant" | "early-help";
  /** A team's id. */
  readonly team: string;
  /** When the course of the trial was completed, where they take part in it. */
  readonly trainedOn?: string | undefined;
}

export interface SeededTeam {
  readonly id: string;
  readonly name: string;
  readonly isInTrial: boolean;
  readonly people: readonly Person[];
}

/** Surnames after boats and weather: plainly nobody's. */
const FIRST = ["Abel", "Bryn", "Cass", "Dara", "Elin", "Fen", "Gwen", "Hari", "Isla"];
const LAST = [
  "Mainsail",
  "Spinnaker",
  "Headwind",
  "Rudder",
  "Halyard",
  "Drizzle",
  "Bowsprit",
  "Sunbreak",
  "Topmast",
  "Capstan",
  "Squall",
  "Gangway",
  "Lanyard",
  "Thaw",
  "Fairlead",
];

/** Who is in a team, and when those who take part in the trial complete its course: not all of them at once. */
const POSTS: readonly (readonly [role: string, kind: Person["kind"], trainedOn?: string])[] = [
  ["Team Manager", "manager"],
  ...Array.from({ length: 8 }, (_, n) => [n < 2 ? "Senior Social Worker" : "Social Worker", "social-worker"] as const),
  ["Social Work Assistant", "assistant", "2024-10-09"],
  ["Social Work Assistant", "assistant", "2024-10-16"],
  ["Social Work Assistant", "assistant", "2024-12-11"],
  ["Social Work Assistant", "assistant", "2025-02-12"],
  ["Early Help Practitioner", "early-help", "2024-11-13"],
  ["Early Help Practitioner", "early-help", "2025-01-15"],
];

const peopleOf = ({ id: team }: Team, index: number, isInTrial: boolean): Person[] =>
  POSTS.map(([role, kind, trainedOn], place) => ({
    id: `Y${100 + index * 20 + place}`,
    name: `${FIRST[(index + place) % FIRST.length] ?? ""} ${LAST[place] ?? ""}`,
    role,
    kind,
    team,
    trainedOn: isInTrial ? trainedOn : undefined,
  }));

/** The other teams that take part, as a baseline. Swale is left out: the sample has a list of its own there. */
const OUTSIDE = ["ashford", "canterbury", "maidstone"];

const { trial, otherTeams } = kentTrial2024;

/** The trial's six teams, and three that go on as before. */
export const SEEDED_TEAMS: readonly SeededTeam[] = [
  ...trial.teams,
  ...otherTeams.filter(({ id }) => OUTSIDE.includes(id)),
].map((team, index) => {
  const isInTrial = trial.teams.includes(team);
  return { id: team.id, name: team.name, isInTrial, people: peopleOf(team, index, isInTrial) };
});

const [COURSE] = kentTrial2024.courses;

/** What the register is sent of somebody. */
export function particulars({ name, role, kind, team, id, trainedOn }: Person): Readonly<Record<string, unknown>> {
  const isQualified = kind === "manager" || kind === "social-worker";
  return {
    name,
    role,
    team,
    ...(isQualified
      ? { registration: `SW9${id.slice(1)}000`, registeredTo: "2025-11-30" }
      : { registration: "none", level: 2, signedOffOn: "2024-09-20" }),
    caseLimit: 60,
    protectedTime: true,
    training: trainedOn === undefined || !COURSE ? [] : [{ course: COURSE.name, completedOn: trainedOn }],
  };
}
