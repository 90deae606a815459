import { edate, showDay, type Day } from "../dates.ts";
import { around, blank, broken, met, type Example } from "../example.ts";
import { breach, rule } from "../rule.ts";
import { article } from "../sources.ts";
import { count } from "../text.ts";

const none = breach("none", {
  severity: "action",
  message: "Nothing says on what lawful basis information about this child is shared.",
  nextStep:
    "Record the lawful basis this week and enter the date, and tell the family about it where that is safe: the lead professional.",
});
const old = breach<{ on: Day; months: number }>("old", {
  severity: "advice",
  message: ({ on, months }) =>
    `The lawful basis for sharing information was recorded on ${showDay(on)}, more than ${count(months, "month")} ago.`,
  nextStep:
    "Record whether it still holds and enter the new date, and tell the family where that is safe: the lead professional.",
});

export const basisForSharing = rule({
  id: "LP-22",
  title: "The basis for sharing information is recorded",
  sources: [article("sharing information between agencies")],
  scope: "concern",
  statuses: ["EH", "FH", "CIN"],
  lead: "any",
  starts: ["sharingOn"],
  answers: ["sharingOn"],
  fillable: { column: "sharingOn" },
  breaches: [none, old],
  check({ sharingOn: on }, { asOf, terms }) {
    if (on === undefined) return none.found();
    const months = terms.policy.validMonths.sharing;
    return typeof on === "number" && edate(on, months) < asOf ? old.found({ on, months }) : undefined;
  },
});

export const examples = (): readonly Example[] => [
  met("recorded this autumn"),
  blank("none", "no date", { set: { sharingOn: "" } }),
  ...around("twelve months after it", "2024-11-30", (asOf) => ({ asOf, set: { sharingOn: "2023-11-30" } }), [
    "",
    "",
    "old",
  ]),
  broken("none", "an early help case", { set: { sharingOn: "", status: "EH" } }),
  broken("none", "a family help case", {
    set: { sharingOn: "no", status: "FH" },
    policy: { familyHelp: "own-status" },
  }),
  met("'recorded', without a day: nothing that counts from it is looked for", { set: { sharingOn: "recorded" } }),
  met("a child protection case is not asked about", { set: { sharingOn: "", status: "CP", lead: "Kim Socialworker" } }),
];
