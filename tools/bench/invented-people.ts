import { isoDay, toSerial } from "../../rules/dates.ts";
import type { RoleKind } from "../../rules/policy.ts";
import { kentTrial2024 } from "../../rules/policies/index.ts";
import type { Service } from "../../rules/read.ts";
import type { RawPractitioner } from "../../rules/register.ts";
import type { Random } from "./random.ts";

/** A practitioner who does not exist, with what the rows that name them need to know. */
export interface Invented {
  readonly raw: RawPractitioner & { readonly name: string; readonly id: string };
  readonly kind: RoleKind;
  readonly role: string;
  readonly service: Service;
  readonly team: string;
  readonly level: number;
}

const FIRST = [
  "Ada",
  "Bo",
  "Cleo",
  "Dev",
  "Esi",
  "Finn",
  "Gia",
  "Hal",
  "Ivo",
  "Jun",
  "Kit",
  "Lia",
  "Mei",
  "Ned",
  "Ola",
  "Pia",
  "Quin",
  "Rae",
  "Sol",
  "Tam",
  "Uma",
  "Vic",
  "Wyn",
  "Yan",
  "Zed",
];
const START = [
  "Ash",
  "Bram",
  "Cor",
  "Dun",
  "East",
  "Fern",
  "Glen",
  "Holm",
  "Ings",
  "Kes",
  "Lark",
  "Marl",
  "Nor",
  "Oak",
  "Pen",
  "Rush",
  "Stan",
  "Thorn",
  "Up",
  "Wood",
];
const END = [
  "beck",
  "bury",
  "combe",
  "dale",
  "den",
  "field",
  "ford",
  "gate",
  "ham",
  "hurst",
  "leigh",
  "ley",
  "mere",
  "more",
  "ridge",
  "stead",
  "ton",
  "wick",
  "well",
  "worth",
];

const at = (items: readonly string[], index: number): string => items[index % items.length] ?? "";

/** Ten thousand names before one comes back. */
const nameOf = (n: number): string =>
  `${at(FIRST, n * 7)} ${at(START, Math.floor(n / FIRST.length))}${at(END, Math.floor(n / (FIRST.length * START.length)))}`;

const TRIAL_TEAMS = kentTrial2024.trial.teams.map(({ name }) => name);
const OTHER_TEAMS = kentTrial2024.otherTeams.map(({ name }) => name);

/** Of the roles that every policy knows, the one that does not hold protection work alone. */
export const NEWLY_QUALIFIED = "Newly Qualified Social Worker";

const ROLES: readonly (readonly [share: number, kind: RoleKind, service: Service, ...roles: string[]])[] = [
  [0.36, "social-worker", "social care", "Social Worker", "Senior Social Worker", "Agency Social Worker"],
  [0.08, "social-worker", "social care", NEWLY_QUALIFIED],
  [0.02, "either", "early help", "Family Help Lead Practitioner"],
  [0.34, "assistant", "social care", "Social Work Assistant"],
  [0.12, "early-help", "early help", "Early Help Practitioner", "Family Support Worker", "Youth Worker"],
  [0.04, "education", "education", "Teacher", "SENCo"],
  [0.03, "health", "health", "Health Visitor", "School Nurse"],
  [0.01, "partner", "partner", "Housing", "Voluntary sector worker"],
];

const on = (iso: string): number => toSerial(isoDay(iso));

/** What the register shows of a registration: in a few, that it is missing, has ended, ends soon or cannot be read. */
function registrationOf(
  n: number,
  kind: RoleKind,
  random: Random,
): Pick<RawPractitioner, "registration" | "registeredTo"> {
  if (kind === "either" && random.chance(0.5)) return { registration: "none", registeredTo: "" };
  if (kind === "either" || kind === "social-worker" || kind === "manager") {
    const how = random.next();
    if (how < 0.01) return { registration: "", registeredTo: "" };
    const amiss = how < 0.03 ? on("2024-11-30") : how < 0.04 ? on("2025-02-28") : how < 0.045 ? "renewed" : "";
    return { registration: `SW${200_000 + n}`, registeredTo: how < 0.055 ? amiss : on("2025-11-30") };
  }
  return { registration: "", registeredTo: "" };
}

/** Someone who may do what their role asks; in a few, the register shows something amiss. */
function invent(n: number, kind: RoleKind, service: Service, role: string, random: Random): Invented {
  const isQualified = kind === "social-worker" || kind === "manager";
  const team = random.pick(isQualified && random.chance(0.5) ? OTHER_TEAMS : TRIAL_TEAMS);
  const level = random.int(1, 3);
  const few = (share: number): boolean => random.chance(share);
  const raw = {
    name: nameOf(n),
    id: `KS${10_000 + n}`,
    role,
    team,
    ...registrationOf(n, kind, random),
    level: isQualified || few(0.01) ? "" : level,
    signedOffOn: isQualified || few(0.02) ? "" : on("2024-09-20"),
    caseLimit: n % 80 === 15 ? 9 : 26,
    protectedTime: few(0.2) ? "no" : "yes",
    absentFrom: few(0.02) ? on("2025-01-13") : "",
    absentTo: "",
    training: isQualified
      ? []
      : [
          {
            course: "Lead professional training schedule",
            completedOn: few(0.06) ? "" : on("2024-10-03"),
            bookedFor: few(0.5) ? on("2025-02-12") : "",
          },
        ],
  };
  return { raw, kind, role, service, team, level };
}

export interface InventedPeople {
  readonly leads: readonly Invented[];
  readonly managers: readonly Invented[];
  readonly workers: readonly Invented[];
  readonly register: readonly RawPractitioner[];
}

/** One lead for twelve rows and one manager for a hundred; two people in four hundred share a name. */
export function inventPeople(rows: number, random: Random): InventedPeople {
  const managers = Array.from({ length: Math.ceil(rows / 100) }, (_, n) =>
    invent(n, "manager", "social care", random.pick(["Practice Supervisor", "Team Manager"]), random),
  );
  const leads = Array.from({ length: Math.ceil(rows / 12) }, (_, index) => {
    let share = (index * 0.618) % 1;
    const [, kind, service, ...roles] = ROLES.find(([part]) => (share -= part) < 0) ?? [
      1,
      "assistant",
      "social care",
      "Social Work Assistant",
    ];
    return invent(managers.length + index, kind, service, random.pick(roles), random);
  });
  const people = [...managers, ...leads].map(({ raw }) => raw);
  const register = people.map((raw, n) => (n % 400 === 50 ? { ...raw, name: people[n + 1]?.name ?? raw.name } : raw));
  return {
    leads,
    managers,
    workers: leads.filter(({ kind, raw }) => kind === "social-worker" && raw.registeredTo === on("2025-11-30")),
    register,
  };
}
