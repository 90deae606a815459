import { blank, broken, met, type Example } from "../example.ts";
import { breach, rule } from "../rule.ts";
import { article } from "../sources.ts";
import { count } from "../text.ts";

const missingAgencies = breach<{ missing: number; invited: number }>("missing-agencies", {
  severity: "action",
  message: ({ missing, invited }) =>
    `Of ${count(invited, "agency", "agencies")} invited, ${missing} neither came nor sent a report.`,
  nextStep: "Ask each of them for its report this week: the chair of the meeting.",
});

export const agenciesTookPart = rule({
  id: "LP-17",
  title: "Every agency invited came or sent its report",
  sources: [article("authority")],
  scope: "concern",
  statuses: "all",
  lead: "any",
  starts: ["agenciesInvited"],
  answers: ["agenciesAttended", "reportsReceived"],
  breaches: [missingAgencies],
  check({ agenciesInvited: invited = 0, agenciesAttended = 0, reportsReceived = 0 }) {
    const missing = invited - agenciesAttended - reportsReceived;
    return missing > 0 ? missingAgencies.found({ missing, invited }) : undefined;
  },
});

const agencies = (
  agenciesInvited: number | string,
  agenciesAttended: number | string,
  reportsReceived: number | string,
) => ({ set: { agenciesInvited, agenciesAttended, reportsReceived } });

export const examples = (): readonly Example[] => [
  met("no meeting to invite to"),
  met("three came and two sent a report", agencies(5, 3, 2)),
  broken("missing-agencies", "three came and one sent a report", agencies(5, 3, 1)),
  met("numbers stored as text", agencies("5", "4", "1")),
  blank("missing-agencies", "nothing says who came", agencies(2, "", "")),
  met("a number that is none: LP-32 says so", agencies(5, "most", 0)),
  met("the sheet does not count reports", { ...agencies(5, 3, 0), drop: ["reportsReceived"] }),
];
