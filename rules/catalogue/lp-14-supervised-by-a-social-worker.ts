import { showDay, type Day } from "../dates.ts";
import { around, blank, broken, met, type Example } from "../example.ts";
import { isUnqualified } from "../people.ts";
import { breach, rule } from "../rule.ts";
import { kent } from "../sources.ts";
import { supervisionThatCounts } from "../supervision.ts";

interface Session {
  readonly by: string;
  readonly on: Day;
}

const notQualified = breach<Session>("not-qualified", {
  severity: "action",
  message: ({ by, on }) =>
    `${by} gave the supervision of ${showDay(on)}, and the register does not show ${by} as social work qualified that day.`,
  nextStep: "Hold formal supervision this week, given by someone social work qualified: the overseer.",
});
const cannotTell = breach<Session>("cannot-tell", {
  severity: "check",
  message: ({ by, on }) =>
    by === ""
      ? `Nothing says who gave the supervision of ${showDay(on)}.`
      : `Nothing shows whether ${by}, who gave the supervision of ${showDay(on)}, was social work qualified that day.`,
  nextStep: ({ by }) =>
    by === ""
      ? "Enter who gave it: whoever keeps the sheet."
      : `Enter ${by}'s Social Work England registration in the register: whoever keeps it.`,
});

export const supervisedByASocialWorker = rule({
  id: "LP-14",
  title: "Someone social work qualified gave that supervision",
  sources: [kent("supervision")],
  scope: "local",
  statuses: "overseen",
  lead: "other",
  starts: ["lastSupervision"],
  answers: ["supervisedBy"],
  reads: ["leadFrom"],
  breaches: [notQualified, cannotTell],
  check(row) {
    const { supervisedBy } = row;
    const on = supervisionThatCounts(row);
    if (on === undefined) return undefined;
    if (!supervisedBy) return cannotTell.found({ by: "", on });
    const standing = supervisedBy.standingOn(on);
    if (isUnqualified(standing)) return notQualified.found({ by: supervisedBy.name, on });
    return standing === "qualified" ? undefined : cannotTell.found({ by: supervisedBy.name, on });
  },
});

export const examples = (): readonly Example[] => [
  met("a registered practice supervisor gave it"),
  met("a senior social worker gave it: it need not be a manager", { set: { supervisedBy: "Sal Senior" } }),
  broken("not-qualified", "an early help practitioner gave it", { set: { supervisedBy: "Eli Earlyhelp" } }),
  ...around(
    "the supervisor's registration ends, as the day of supervision",
    "2024-11-20",
    (day) => ({
      set: { lastSupervision: day, supervisedBy: "Lee Lapsed" },
      practitioner: { name: "Lee Lapsed", registeredTo: "2024-11-20" },
    }),
    ["", "", "not-qualified"],
  ),
  ...around(
    "the case is taken, as the day of supervision",
    "2024-10-14",
    (day) => ({ set: { lastSupervision: day, supervisedBy: "Eli Earlyhelp" } }),
    ["", "not-qualified", "not-qualified"],
  ),
  blank("cannot-tell", "nothing says who gave it", { set: { supervisedBy: "" } }),
  broken("cannot-tell", "someone nobody knows gave it", { set: { supervisedBy: "Una Nowhere" } }),
  met("a supervision before the case was taken: LP-13 says so", {
    set: { lastSupervision: "2024-10-01", supervisedBy: "Eli Earlyhelp" },
  }),
  met("no supervision yet", { set: { lastSupervision: "", supervisedBy: "" } }),
  broken("not-qualified", "no date of allocation", { set: { leadFrom: "", supervisedBy: "Eli Earlyhelp" } }),
  met("the sheet does not say who supervises", { drop: ["supervisedBy"] }),
];
