import { blank, broken, met, type Example } from "../example.ts";
import { breach, rule } from "../rule.ts";
import { article } from "../sources.ts";

const notRecorded = breach("not-recorded", {
  severity: "advice",
  message: "Nothing says that the child was asked who should lead.",
  nextStep:
    "Ask the child at the next visit, in a way that suits their age, and enter the date (or 'too young'): the lead professional.",
});

export const wishesRecorded = rule({
  id: "LP-19",
  title: "The child's wishes about who leads are recorded",
  sources: [article("the child asked")],
  scope: "concern",
  statuses: ["FH", "CIN"],
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
  blank("not-recorded", "'no' is nothing recorded", { set: { wishesOn: "no" } }),
  broken("not-recorded", "a family help case", {
    set: { wishesOn: "", status: "FH" },
    policy: { familyHelp: "own-status" },
  }),
  ...["yes", "Recorded", "too young", "Unborn", "not able"].map((wishesOn) =>
    met(`'${wishesOn}' is recorded, without a day`, { set: { wishesOn } }),
  ),
  met("a date that cannot be read: LP-31 says so", { set: { wishesOn: "last week" } }),
];
