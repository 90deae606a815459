import { around, blank, broken, met, type Example } from "../example.ts";
import { isUnqualified } from "../people.ts";
import { breach, rule } from "../rule.ts";
import { article, procedures } from "../sources.ts";
import { statusLabel, type StatusCode } from "../status.ts";

interface Alone {
  readonly lead: string;
  readonly role: string;
  readonly status: StatusCode;
  /** "" where nobody else is named. */
  readonly coWorker: string;
}

const alone = breach<Alone>("alone", {
  severity: "check",
  message: ({ lead, role, status, coWorker }) =>
    `${lead} (${role}) leads this ${statusLabel(status)} case, and ${coWorker === "" ? "no co-worker is named" : `${coWorker}, who is named as co-worker, is not shown as social work qualified`}.`,
  nextStep:
    "Name an experienced social worker as co-worker this week, or decide that this allocation stands: the team manager.",
});

export const newlyQualifiedNotAlone = rule({
  id: "LP-36",
  title: "A newly qualified social worker does not hold protection work alone",
  sources: [article("time"), procedures("newly qualified social workers")],
  scope: "local",
  statuses: "social-worker-only",
  lead: "named",
  starts: ["status"],
  answers: ["coWorker"],
  breaches: [alone],
  check({ lead, status, coWorker }, { asOf }) {
    const { name, role } = lead;
    if (!role?.newlyQualified) return undefined;
    if (!coWorker || coWorker.is(lead)) return alone.found({ lead: name, role: role.name, status, coWorker: "" });
    return isUnqualified(coWorker.standingOn(asOf))
      ? alone.found({ lead: name, role: role.name, status, coWorker: coWorker.name })
      : undefined;
  },
});

const kim = (coWorker: string, status = "CP", role = "NQSW") => ({
  set: { lead: "Kim Socialworker", status, coWorker },
  practitioner: { name: "Kim Socialworker", role },
});

export const examples = (): readonly Example[] => [
  met("with an experienced social worker beside them", kim("Sal Senior")),
  blank("alone", "no co-worker", kim("")),
  blank("alone", "'TBC' is nobody", kim("TBC")),
  broken("alone", "the lead is named as their own co-worker", kim("W1")),
  broken("alone", "an assistant beside them", kim("Sam Assistant")),
  broken("alone", "a looked-after case", kim("", "Child in care")),
  ...around("the co-worker's registration ends", "2024-11-29", (asOf) => ({ asOf, ...kim("Lee Lapsed") }), [
    "",
    "",
    "alone",
  ]),
  met("a co-worker of whom nobody can tell", kim("Max Manager")),
  met("a co-worker whose name cannot be read: LP-32 says so", kim("#N/A")),
  met("a child in need case", kim("", "CIN")),
  met("a social worker of some years", kim("", "CP", "Social Worker")),
  broken("alone", "by the sheet's own word", {
    set: { lead: "Una Nowhere", leadRole: "ASYE", status: "CP", coWorker: "" },
  }),
  met("a lead in no known role", { set: { lead: "Una Nowhere", status: "CP", coWorker: "" } }),
  met("the sheet has no co-workers", { ...kim(""), drop: ["coWorker"] }),
];
