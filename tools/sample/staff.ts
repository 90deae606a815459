import type { RegisterField } from "../../rules/register-fields.ts";

/** A person of the sample's register: dates as ISO dates, blanks left out. */
type Person = Partial<Readonly<Record<RegisterField | "completed" | "booked", string | number>>>;

const social = { registeredTo: "2025-11-30", caseLimit: 15 };
const manager = { registeredTo: "2025-11-30" };
const assistant = { role: "Social Work Assistant", registration: "none" };

/** Invented people, surnamed after things found in Kent. */
export const STAFF = [
  {
    name: "Grace Cobnut",
    id: "S2001",
    role: "Practice Supervisor",
    team: "Dover",
    registration: "SW900201",
    ...manager,
  },
  {
    name: "Marcus Skylark",
    id: "S2002",
    role: "Team Manager",
    team: "Gravesend",
    registration: "SW900202",
    ...manager,
  },
  {
    name: "Ruth Weald",
    id: "S2003",
    role: "Assistant Team Manager",
    team: "Maidstone",
    registration: "SW900203",
    ...manager,
  },
  { name: "Priya Chalkdown", id: "S2004", role: "Social Worker", team: "Thanet", registration: "SW900204", ...social },
  { name: "Owen Ragstone", id: "S2005", role: "Social Worker", team: "Dover", registration: "SW900205", ...social },
  {
    name: "Hannah Saltmarsh",
    id: "S2006",
    role: "Senior Social Worker",
    team: "Maidstone",
    registration: "SW900206",
    ...social,
  },
  {
    name: "Daniel Windmill",
    id: "S2007",
    role: "Social Worker",
    team: "Sevenoaks",
    registration: "SW900207",
    ...social,
    absentFrom: "2024-08-05",
    absentTo: "2024-08-23",
  },
  {
    name: "Amara Oasthouse",
    id: "S2008",
    team: "Thanet",
    ...assistant,
    level: 2,
    signedOffOn: "2024-07-10",
    caseLimit: 8,
    completed: "2024-10-09",
  },
  {
    name: "Tomasz Shingle",
    id: "S2009",
    team: "Dover",
    ...assistant,
    level: 2,
    signedOffOn: "2024-09-27",
    caseLimit: 8,
    completed: "2024-10-09",
  },
  {
    name: "Leila Samphire",
    id: "S2010",
    team: "Gravesend",
    ...assistant,
    level: 2,
    signedOffOn: "2024-09-27",
    caseLimit: 8,
    completed: "2024-10-16",
  },
  {
    name: "Yusuf Bluebell",
    id: "S2011",
    team: "Tonbridge and Malling",
    ...assistant,
    level: 1,
    signedOffOn: "2024-11-04",
    caseLimit: 1,
    booked: "2024-11-20",
  },
  {
    name: "Chloe Hopgarden",
    id: "S2012",
    role: "Early Help Practitioner",
    team: "Sevenoaks",
    registration: "none",
    level: 2,
    signedOffOn: "2024-09-20",
    caseLimit: 12,
    completed: "2024-10-16",
  },
  {
    name: "Femi Lighthouse",
    id: "S2013",
    role: "Youth Worker",
    team: "North Adolescent Services",
    registration: "none",
    level: 2,
    signedOffOn: "2024-09-20",
    caseLimit: 10,
    completed: "2024-10-23",
  },
  {
    name: "Isla Causeway",
    id: "S2015",
    role: "Newly Qualified Social Worker",
    team: "Ashford",
    registration: "SW900215",
    registeredTo: "2024-11-30",
    caseLimit: 10,
  },
  { name: "Ingrid Orchard", id: "S2014", role: "Teacher", team: "Dover", registration: "none", protectedTime: "No" },
] as const satisfies readonly Person[];

export type StaffName = (typeof STAFF)[number]["name"];

export const roleOf = (name: StaffName): string => STAFF.find((person) => person.name === name)?.role ?? "";
