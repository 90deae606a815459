import type { Policy, Team } from "../policy.ts";
import { ROLES } from "./roles.ts";

const TRIAL_TEAMS: readonly Team[] = [
  { id: "thanet", name: "Thanet", aliases: ["Thanet CSWT"] },
  { id: "dover", name: "Dover", aliases: ["Dover CSWT"] },
  { id: "gravesend", name: "Gravesend", aliases: ["Gravesham", "Gravesend CSWT"] },
  { id: "sevenoaks", name: "Sevenoaks", aliases: ["Sevenoaks CSWT"] },
  { id: "tonbridge-and-malling", name: "Tonbridge and Malling", aliases: ["T&M", "Tonbridge & Malling", "Tonbridge"] },
  {
    id: "north-adolescent",
    name: "North Adolescent Services",
    aliases: ["NAS", "North Adolescent Service", "North Adolescents"],
  },
];

const OTHER_TEAMS: readonly Team[] = [
  { id: "ashford", name: "Ashford", aliases: ["Ashford CSWT"] },
  { id: "canterbury", name: "Canterbury", aliases: ["Canterbury CSWT"] },
  { id: "dartford", name: "Dartford", aliases: ["Dartford CSWT"] },
  {
    id: "folkestone-and-hythe",
    name: "Folkestone and Hythe",
    aliases: ["Folkestone & Hythe", "F&H", "Folkestone", "Shepway"],
  },
  { id: "maidstone", name: "Maidstone", aliases: ["Maidstone CSWT"] },
  { id: "swale", name: "Swale", aliases: ["Swale CSWT"] },
  { id: "tunbridge-wells", name: "Tunbridge Wells", aliases: ["T Wells"] },
];

/** Kent's trial as its letter of autumn 2024 sets it out: six months from Friday 4 October 2024 in six teams. */
export const kentTrial2024: Policy = {
  id: "kent-trial-2024",
  title: "Kent trial 2024",
  about:
    "Kent County Council's trial of autumn 2024, as its letter to staff sets it out: social work assistants lead child in need work for six months, in six teams, overseen by someone social work qualified.",
  effectiveFrom: "2024-10-04",
  scheme: "trial",
  familyHelp: "early-help",
  statuses: [],
  trial: { start: "2024-10-04", end: "2025-04-04", graceDays: 28, warnDays: 28, teams: TRIAL_TEAMS },
  otherTeams: OTHER_TEAMS,
  socialWorkerOnly: ["S47", "CP", "PP", "CLA"],
  overseen: ["ASSESS", "CIN"],
  unallocatedDays: 14,
  registrationGraceDays: 14,
  registrationWarnDays: 90,
  snapshotDueDays: 5,
  acceptMonths: 3,
  caseWeights: {},
  roles: ROLES,
  supervision: { every: { months: 1 }, dueSoonDays: 7 },
  courses: [{ name: "Lead professional training schedule", from: "2024-10-04" }],
  assessmentByOthers: false,
  jointVisitWorkingDays: 10,
  concernWorkingDays: 1,
  escalationWorkingDays: 10,
  validMonths: { assessment: 12, sharing: 12, signOff: 12 },
  childRefPattern: "^(?=\\S*\\d)\\S{1,24}$",
  frontDoor: "the council's front door",
  outOfHours: "the council's emergency duty team",
  retentionYears: 6,
  rulesOff: [],
  serviceManagers: [],
};
