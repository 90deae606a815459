import { blank, broken, met, type Example } from "../example.ts";
import type { Person } from "../people.ts";
import { teamsIn } from "../policy.ts";
import { breach, rule } from "../rule.ts";
import { kent } from "../sources.ts";
import { leadsAs } from "./registrations.ts";

const outsideTrial = breach<{ lead: Pick<Person, "name" | "role">; team: string }>("outside-trial", {
  severity: "not-eligible",
  message: ({ lead, team }) => `${leadsAs(lead)}, in ${team}, which is not a team of the trial.`,
  nextStep: "Re-allocate to a registered social worker today: the team manager.",
});

const teamUnknown = breach<{ text: string; nearest: string | undefined }>("team-unknown", {
  severity: "check",
  message: ({ text }) =>
    text === ""
      ? "No team is given, so nobody can tell whether it is in the trial."
      : `'${text}' is no team of the policy, so nobody can tell whether it is in the trial.`,
  nextStep: ({ nearest }) =>
    `Enter the team's name${nearest === undefined ? "" : ` (is it ${nearest}?)`}: whoever keeps the sheet.`,
});

export const inATrialTeam = rule({
  id: "LP-05",
  title: "A lead who is not a social worker works in a trial team",
  sources: [kent("where and when the trial runs")],
  scope: "trial",
  must: true,
  statuses: ["CIN", "ASSESS"],
  lead: "other",
  starts: ["team"],
  answers: ["team"],
  isAsked: (terms) => teamsIn(terms.policy).length > 0,
  breaches: [outsideTrial, teamUnknown],
  check({ lead, team }, { terms }) {
    if (!team?.known) {
      const text = team?.text ?? "";
      return teamUnknown.found({ text, nearest: terms.nearestTeam(text) });
    }
    return team.known.isTrial ? undefined : outsideTrial.found({ lead, team: team.known.team.name });
  },
});

export const examples = (): readonly Example[] => [
  met("a team of the trial"),
  ...["Gravesham", "T&M", "tonbridge & malling", "NAS", " DOVER "].map((team) =>
    met(`'${team}' is one too`, { set: { team } }),
  ),
  ...["Maidstone", "Folkestone & Hythe"].map((team) => broken("outside-trial", `${team} is not`, { set: { team } })),
  met("a social worker leads elsewhere", { set: { team: "Maidstone", lead: "Kim Socialworker" } }),
  met("an early help case elsewhere", { set: { team: "Maidstone", status: "EH" } }),
  blank("team-unknown", "no team", { set: { team: "" } }),
  broken("team-unknown", "a team misspelt", { set: { team: "Thannet" } }),
  broken("team-unknown", "a team nobody knows", { set: { team: "Atlantis" } }),
  met("an Excel error is an error and no team: LP-32 says so", { set: { team: "#REF!" } }),
  broken("no-column", "the sheet has no team", { drop: ["team"] }),
  met("a policy without teams asks nothing about them", {
    set: { team: "Atlantis" },
    policy: { trial: { teams: [] }, otherTeams: [] },
  }),
  broken("team-unknown", "another council's trial", {
    policy: { trial: { teams: [{ id: "east", name: "East", aliases: [] }] }, otherTeams: [] },
  }),
  met("the scheme was adopted", { set: { team: "Maidstone" }, policy: { scheme: "adopted" } }),
];
