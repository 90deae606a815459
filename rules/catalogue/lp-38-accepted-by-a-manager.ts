import { isNeverAcceptable, lastDayOfAcceptance, mayAccept } from "../acceptance.ts";
import { showDay, type Day } from "../dates.ts";
import { around, blank, broken, met, type Example } from "../example.ts";
import { breach, rule } from "../rule.ts";
import type { RuleId } from "../rule-ids.ts";
import { product } from "../sources.ts";
import { list } from "../text.ts";

const notAManager = breach<{ rules: readonly RuleId[]; by: string | undefined }>("not-a-manager", {
  severity: "action",
  message: ({ rules, by }) =>
    by === undefined
      ? `${list(rules)} is entered as accepted, and nobody is named as having accepted it.`
      : `${list(rules)} is entered as accepted by ${by}, whom the register does not show as a social-work-qualified manager other than the lead.`,
  nextStep:
    "Have a social-work-qualified manager who does not lead this case decide whether it is to stand, and enter who decided: the team manager, this week.",
  fields: ["acceptedBy"],
});
const cannotAccept = breach<{ rules: readonly RuleId[] }>("cannot-accept", {
  severity: "check",
  message: ({ rules }) =>
    `${list(rules)} is entered as accepted; what is not eligible, and what the sheet itself leaves unclear, cannot be.`,
  nextStep: ({ rules }) => `Put right what ${list(rules)} says, and take it out of 'Accepted': the team manager.`,
  fields: ["accepted"],
});
const noEnd = breach<{ rules: readonly RuleId[] }>("no-end", {
  severity: "check",
  message: ({ rules }) => `${list(rules)} is entered as accepted, and nothing says until when.`,
  nextStep: "Enter the day until which it is accepted: the manager who decided.",
  fields: ["acceptedUntil"],
});
const tooLong = breach<{ rules: readonly RuleId[]; until: Day; latest: Day }>("too-long", {
  severity: "check",
  message: ({ rules, until, latest }) =>
    `${list(rules)} is accepted until ${showDay(until)}; counted from the check date it may be until ${showDay(latest)} at the latest.`,
  nextStep: ({ latest }) =>
    `Enter a day up to ${showDay(latest)}, and look at it again by then: the manager who decided.`,
  fields: ["acceptedUntil"],
});
const expired = breach<{ rules: readonly RuleId[]; until: Day }>("expired", {
  severity: "advice",
  message: ({ rules, until }) => `${list(rules)} was accepted until ${showDay(until)}, and counts again.`,
  nextStep: "Put right what it says, or have a manager decide anew and enter until when: the team manager.",
  fields: ["acceptedUntil"],
});

export const acceptedByAManager = rule({
  id: "LP-38",
  title: "What is accepted is accepted by a manager, for a time",
  sources: [product("accepted findings")],
  scope: "local",
  statuses: "all",
  lead: "any",
  starts: ["accepted"],
  answers: ["acceptedBy", "acceptedUntil"],
  breaches: [notAManager, cannotAccept, noEnd, tooLong, expired],
  check({ accepted: rules, acceptedBy: by, acceptedUntil: until, lead, findings }, context) {
    if (!rules) return undefined;
    const never = rules.filter(
      (id) =>
        isNeverAcceptable(id) ||
        findings.some(({ rule: found, severity }) => found === id && severity === "not-eligible"),
    );
    const others = rules.filter((id) => !never.includes(id));
    const refused = never.length > 0 ? [cannotAccept.found({ rules: never })] : [];
    if (others.length === 0) return refused;
    if (!by || !mayAccept(by, lead, context.asOf)) {
      return [...refused, notAManager.found({ rules: others, by: by?.name })];
    }
    if (until === undefined) return [...refused, noEnd.found({ rules: others })];
    const latest = lastDayOfAcceptance(context);
    if (until < context.asOf) return [...refused, expired.found({ rules: others, until })];
    return until > latest ? [...refused, tooLong.found({ rules: others, until, latest })] : refused;
  },
});

const decided = (accepted: string, acceptedBy = "Pat Supervisor", acceptedUntil = "2024-12-31") => ({
  set: { wishesOn: "", accepted, acceptedBy, acceptedUntil },
});

export const examples = (): readonly Example[] => [
  blank("", "nothing is accepted", { set: { wishesOn: "" } }),
  met("accepted by a registered practice supervisor, for a month", decided("LP-19")),
  met("two rules, and a comma between", decided("LP-19, LP-20")),
  met("a rule that finds nothing here", decided("LP-11")),
  blank("not-a-manager", "nobody is named", decided("LP-19", "")),
  broken("not-a-manager", "a senior social worker", decided("LP-19", "Sal Senior")),
  broken("not-a-manager", "a manager whose registration is not shown", decided("LP-19", "Max Manager")),
  broken("not-a-manager", "somebody nobody knows", decided("LP-19", "Una Nowhere")),
  broken("not-a-manager", "the lead", {
    set: {
      lead: "Pat Supervisor",
      overseer: "",
      accepted: "LP-19",
      acceptedBy: "Pat Supervisor",
      acceptedUntil: "2024-12-31",
    },
  }),
  broken("cannot-accept", "what the sheet leaves unclear", decided("LP-32")),
  broken("cannot-accept", "this rule itself", decided("LP-38")),
  broken("cannot-accept", "what is not eligible", {
    set: { overseer: "", accepted: "LP-08", acceptedBy: "Pat Supervisor", acceptedUntil: "2024-12-31" },
  }),
  broken(
    "cannot-accept expired",
    "one that cannot be, and one whose time is over",
    decided("LP-31, LP-19", "Pat Supervisor", "2024-11-29"),
  ),
  blank("no-end", "no day is given", decided("LP-19", "Pat Supervisor", "")),
  ...around(
    "the last day of an acceptance",
    "2024-12-10",
    (asOf) => ({ asOf, ...decided("LP-19", "Pat Supervisor", "2024-12-10") }),
    ["", "", "expired"],
  ),
  ...around("three months on", "2025-02-28", (until) => decided("LP-19", "Pat Supervisor", until), [
    "",
    "",
    "too-long",
  ]),
  met("a text that names no rule: LP-32 says so", decided("the wishes")),
  met("a day that cannot be read: LP-31 says so", decided("LP-19", "Pat Supervisor", "soon")),
  met("the sheet does not say until when", { ...decided("LP-19"), drop: ["acceptedUntil"] }),
];
