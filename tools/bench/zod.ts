import { boolean, number, object, string, type infer as Infer, type ZodType } from "zod";
import { isoDay } from "../../rules/dates.ts";
import { kentTrial2024 } from "../../rules/policies/index.ts";
import { HOW, WHO, type HowKey, type Verdicts, type WhoKey } from "./breach-bits.ts";
import { eachRowsFacts, type Facts } from "./facts.ts";
import type { InventedSheet } from "./invented-sheet.ts";

const text = string();
const count = number();
const bool = boolean();

const FACTS = object({
  status: text,
  leadIs: text,
  leadKind: text,
  leadStanding: text,
  leadIsListed: bool,
  leadLevel: count,
  protectedTime: text,
  team: text,
  leadFrom: count,
  confirmedOn: count,
  complexity: count,
  overseerIs: text,
  overseerIsLead: bool,
  overseerKind: text,
  overseerStanding: text,
  agreedOn: count,
  deciderIs: text,
  deciderIsListed: bool,
  deciderKind: text,
  deciderStanding: text,
  agenciesAsked: text,
  lastSupervision: count,
  supervisionCounts: bool,
  supervisionDue: count,
  supervisorIs: text,
  supervisorStanding: text,
  agenciesMissing: count,
  wishesOn: count,
  assessmentOn: count,
  assessmentTo: count,
  sharingOn: count,
  sharingTo: count,
  partnerActionDue: count,
  partnerIsLate: bool,
  escalatedOn: count,
  escalatorKind: text,
} satisfies Record<keyof Facts, ZodType>);

type Parsed = Infer<typeof FACTS>;
type Key = WhoKey | HowKey;

const isProtection = ({ status }: Parsed): boolean =>
  status === "S47" || status === "CP" || status === "PP" || status === "CLA";
const isOther = (f: Parsed): boolean => f.leadIs === "other";
const isLed = (f: Parsed): boolean => f.leadIs === "named" || isOther(f);
const isEnded = (standing: string): boolean => standing === "ended" || standing === "not-qualified";
const isInNeed = ({ status }: Parsed): boolean => status === "CIN" || status === "ASSESS";
const isOverseen = (f: Parsed): boolean => isInNeed(f) && isOther(f);
const isSupported = ({ status }: Parsed): boolean => status === "EH" || status === "CIN";

const START = isoDay(kentTrial2024.trial.start);
const END = isoDay(kentTrial2024.trial.end);
const GRACE_END = END + kentTrial2024.trial.graceDays;
const WARN_FROM = END - kentTrial2024.trial.warnDays;

/** A hand-written function a rule: the breach it finds, if any. */
const rules = (asOf: number): readonly ((f: Parsed) => Key | undefined)[] => [
  (f) => {
    if (f.leadIs !== "blank") return undefined;
    return isProtection(f) ? "LP-01/no-social-worker" : "LP-01/not-named";
  },
  (f) => {
    if (!isLed(f) || (!isProtection(f) && f.status !== "doubtful") || f.leadStanding === "qualified") return undefined;
    if (f.status === "doubtful") return "LP-03/cannot-tell";
    if (isOther(f)) return "LP-03/not-social-worker";
    return f.leadStanding === "ended" ? "LP-03/registration-ended" : "LP-03/cannot-tell";
  },
  (f) => {
    if (!isLed(f) || (!isSupported(f) && f.status !== "ASSESS") || f.leadStanding === "qualified") return undefined;
    if (f.leadKind === "") return "LP-04/role-unknown";
    if (f.leadStanding === "presumed") return undefined;
    const isSocialWork = f.leadKind === "social-worker" || f.leadKind === "manager";
    if (f.leadStanding === "cannot-tell" && (isSocialWork || f.leadKind === "either")) return "LP-04/cannot-tell";
    if (isSocialWork) return "LP-04/not-registered";
    return f.leadKind === "assistant" || f.status === "EH" ? undefined : "LP-04/role-not-offered";
  },
  (f) =>
    !isOverseen(f) || f.team === "trial" || f.team === "lost"
      ? undefined
      : f.team === "other"
        ? "LP-05/outside-trial"
        : "LP-05/team-unknown",
  (f) => {
    if (!isOverseen(f) || f.leadFrom < 0) return undefined;
    if (asOf < START) return "LP-06/before-trial";
    if (f.leadFrom >= END) return "LP-06/allocated-after-end";
    if (asOf >= GRACE_END) return "LP-06/trial-ended";
    const isLost = f.confirmedOn < 0;
    if (asOf >= END && f.confirmedOn < END) return isLost ? undefined : "LP-06/trial-ended-confirm";
    if (f.leadFrom === 0) return "LP-06/no-date";
    if (f.leadFrom < START && f.confirmedOn < START) return isLost ? undefined : "LP-06/allocated-before-start";
    return asOf >= WARN_FROM && asOf < END ? "LP-06/trial-ending" : undefined;
  },
  (f) => (f.status === "ASSESS" && isOther(f) ? "LP-07/assessment-by-other" : undefined),
  (f) => {
    if (!isOverseen(f) || f.overseerIs === "lost") return undefined;
    if (f.overseerIs === "blank") return "LP-08/not-named";
    if (f.overseerIsLead) return "LP-08/own-overseer";
    if (f.overseerStanding === "ended") return "LP-08/lapsed";
    if (f.overseerStanding === "not-qualified") return "LP-08/not-qualified";
    if (f.overseerStanding === "cannot-tell") return "LP-08/cannot-tell";
    return f.overseerKind === "manager" ? undefined : "LP-08/not-a-supervisor";
  },
  (f) =>
    isInNeed(f) && f.leadIs === "named" && f.leadStanding === "cannot-tell" && f.overseerIs === "blank"
      ? "LP-08/perhaps-not-overseen"
      : undefined,
  (f) => {
    if (!isOverseen(f) || !f.leadIsListed || f.complexity < 1 || f.leadLevel < 0) return undefined;
    if (f.leadLevel === 0) return "LP-09/level-unknown";
    return f.complexity > f.leadLevel ? "LP-09/too-complex" : undefined;
  },
  (f) => (isOther(f) && (isSupported(f) || f.status === "ASSESS") && f.agreedOn === 0 ? "LP-11/not-agreed" : undefined),
  (f) => {
    if (!isOverseen(f) || f.leadFrom < 0) return undefined;
    if (f.deciderIs === "blank") return "LP-12/not-recorded";
    const isOfOtherKind = f.deciderKind !== "" && f.deciderKind !== "manager";
    return f.deciderIsListed && (isOfOtherKind || isEnded(f.deciderStanding)) ? "LP-12/decided-by-other" : undefined;
  },
  (f) => {
    const isAsked = f.agenciesAsked === "yes" || f.agenciesAsked === "lost";
    return isOverseen(f) && f.leadFrom >= 0 && f.deciderIs !== "lost" && !isAsked
      ? "LP-12/agencies-not-asked"
      : undefined;
  },
  (f) => {
    if (!isOverseen(f) || f.leadFrom < 0 || f.lastSupervision < 0) return undefined;
    if (f.supervisionDue < asOf) return f.supervisionCounts ? "LP-13/overdue" : "LP-13/never";
    return asOf >= f.supervisionDue - kentTrial2024.supervision.dueSoonDays ? "LP-13/due-soon" : undefined;
  },
  (f) => {
    if (
      !isOverseen(f) ||
      f.leadFrom < 0 ||
      !f.supervisionCounts ||
      f.supervisorIs === "lost" ||
      f.supervisorStanding === "qualified"
    )
      return undefined;
    return isEnded(f.supervisorStanding) ? "LP-14/not-qualified" : "LP-14/cannot-tell";
  },
  (f) => (f.agenciesMissing > 0 ? "LP-17/missing-agencies" : undefined),
  (f) => (f.status === "CIN" && f.wishesOn === 0 ? "LP-19/not-recorded" : undefined),
  (f) =>
    !isSupported(f) || f.assessmentOn < 0
      ? undefined
      : f.assessmentOn === 0
        ? "LP-21/none"
        : f.assessmentTo < asOf
          ? "LP-21/old"
          : undefined,
  (f) =>
    !isSupported(f) || f.sharingOn < 0
      ? undefined
      : f.sharingOn === 0
        ? "LP-22/none"
        : f.sharingTo < asOf
          ? "LP-22/old"
          : undefined,
  (f) => {
    const isPartner = f.leadKind === "education" || f.leadKind === "health" || f.leadKind === "partner";
    return isLed(f) && isPartner && f.protectedTime === "no" ? "LP-26/no-time" : undefined;
  },
  (f) => {
    if (f.escalatedOn === 0) return f.partnerIsLate ? "LP-27/not-escalated" : undefined;
    const isByOther = f.escalatorKind !== "" && f.escalatorKind !== "manager";
    return f.partnerActionDue > 0 && f.escalatedOn > 0 && isByOther ? "LP-27/escalated-by-other" : undefined;
  },
];

/** The subset by zod 4: the facts parsed as an object, with a refinement a rule. */
export function zod(asOf: number): (invented: InventedSheet) => Verdicts {
  let schema = FACTS;
  for (const rule of rules(asOf)) {
    schema = schema.superRefine((facts, context) => {
      const key = rule(facts);
      if (key !== undefined) context.addIssue({ code: "custom", message: key });
    });
  }
  const words: Readonly<Record<string, number>> = { ...WHO };
  const others: Readonly<Record<string, number>> = { ...HOW };
  return (invented) => {
    const verdicts = new Uint32Array(invented.sheet.rows.length * 2);
    eachRowsFacts(invented, (facts, row) => {
      for (const { message } of schema.safeParse(facts).error?.issues ?? []) {
        verdicts[row * 2] = (verdicts[row * 2] ?? 0) | (words[message] ?? 0);
        verdicts[row * 2 + 1] = (verdicts[row * 2 + 1] ?? 0) | (others[message] ?? 0);
      }
    });
    return verdicts;
  };
}
