import { blank, met, type Example } from "../example.ts";
import { breach, rule } from "../rule.ts";
import { article } from "../sources.ts";

const notRecorded = breach("not-recorded", {
  severity: "advice",
  message: "No date says that the child was asked who should lead.",
  nextStep: "Ask the child, in a way that suits their age, and enter the date: the lead professional.",
});

export const wishesRecorded = rule({
  id: "LP-19",
  title: "The child's wishes about who leads are recorded",
  sources: [article("the child asked")],
  scope: "concern",
  statuses: ["CIN"],
  lead: "any",
  starts: ["wishesOn"],
  answers: ["wishesOn"],
  fillable: { column: "wishesOn" },
  breaches: [notRecorded],
  check({ wishesOn }) {
    return wishesOn === undefined ? notRecorded.found() : undefined;
  },
});

export const examples = (): readonly Example[] => [
  met("recorded"),
  blank("not-recorded", "no date", { set: { wishesOn: "" } }),
  blank("not-recorded", "no date, and nobody leads", { set: { wishesOn: "tbc", lead: "" } }),
  met("an early help case", { set: { wishesOn: "", status: "EH" } }),
  met("a date that cannot be read: LP-31 says so", { set: { wishesOn: "yes" } }),
];
