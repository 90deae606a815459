import { blank, met, type Example } from "../example.ts";
import { breach, rule } from "../rule.ts";
import { article, guidance } from "../sources.ts";

const notAgreed = breach<{ lead: string }>("not-agreed", {
  severity: "advice",
  message: ({ lead }) => `Nothing says that ${lead} agreed to lead.`,
  nextStep: ({ lead }) => `Ask ${lead}, and enter the date: the allocating manager.`,
});

export const theLeadAgreed = rule({
  id: "LP-11",
  title: "The lead has agreed to lead",
  sources: [guidance("lead practitioners, children in need"), article("one named lead")],
  scope: "concern",
  statuses: ["EH", "FH", "ASSESS", "CIN"],
  lead: "other",
  starts: ["agreedOn"],
  answers: ["agreedOn"],
  fillable: { column: "agreedOn" },
  breaches: [notAgreed],
  check({ lead, agreedOn }) {
    return agreedOn === undefined ? notAgreed.found({ lead: lead.name }) : undefined;
  },
});

export const examples = (): readonly Example[] => [
  met("the lead agreed"),
  blank("not-agreed", "no date", { set: { agreedOn: "" } }),
  blank("not-agreed", "no date on an early help case", { set: { agreedOn: "n/a", status: "EH" } }),
  blank("not-agreed", "no date on a family help case", {
    set: { agreedOn: "no", status: "FH" },
    policy: { familyHelp: "own-status" },
  }),
  met("'yes', without a day", { set: { agreedOn: "yes" } }),
  met("a social worker leads", { set: { agreedOn: "", lead: "Kim Socialworker" } }),
  met("a date that cannot be read: LP-31 says so", { set: { agreedOn: "soon" } }),
  met("the sheet has no such column", { drop: ["agreedOn"] }),
];
