import type { Example } from "../example.ts";
import { RULE_IDS, type RuleId } from "../rule-ids.ts";
import type { Rule } from "../rule.ts";
import { RULES } from "./index.ts";
import { examples as lp01 } from "./lp-01-a-lead-is-named.ts";
import { examples as lp02 } from "./lp-02-one-lead-a-child.ts";
import { examples as lp03 } from "./lp-03-social-worker-leads-protection.ts";
import { examples as lp04 } from "./lp-04-the-role-may-lead.ts";
import { examples as lp05 } from "./lp-05-in-a-trial-team.ts";
import { examples as lp06 } from "./lp-06-within-the-trial.ts";
import { examples as lp07 } from "./lp-07-social-worker-assesses.ts";
import { examples as lp08 } from "./lp-08-overseen-by-a-social-worker.ts";
import { examples as lp09 } from "./lp-09-within-their-level.ts";
import { examples as lp10 } from "./lp-10-signed-off-first.ts";
import { examples as lp11 } from "./lp-11-the-lead-agreed.ts";
import { examples as lp12 } from "./lp-12-a-manager-decided.ts";
import { examples as lp13 } from "./lp-13-supervised-monthly.ts";
import { examples as lp14 } from "./lp-14-supervised-by-a-social-worker.ts";
import { examples as lp15 } from "./lp-15-joint-visits.ts";
import { examples as lp16 } from "./lp-16-chaired-by-a-social-worker.ts";
import { examples as lp17 } from "./lp-17-agencies-took-part.ts";
import { examples as lp18 } from "./lp-18-training-completed.ts";
import { examples as lp19 } from "./lp-19-wishes-recorded.ts";
import { examples as lp20 } from "./lp-20-advocate-offered.ts";
import { examples as lp21 } from "./lp-21-shared-assessment.ts";
import { examples as lp22 } from "./lp-22-basis-for-sharing.ts";
import { examples as lp23 } from "./lp-23-from-the-nearest-service.ts";
import { examples as lp24 } from "./lp-24-someone-can-respond.ts";
import { examples as lp25 } from "./lp-25-room-for-the-case.ts";
import { examples as lp26 } from "./lp-26-time-set-aside.ts";
import { examples as lp27 } from "./lp-27-actions-escalated.ts";
import { examples as lp28 } from "./lp-28-concerns-reviewed.ts";
import { examples as lp29 } from "./lp-29-snapshot-sent.ts";
import { examples as lp30 } from "./lp-30-feedback-given.ts";
import { examples as lp31 } from "./lp-31-dates-can-be-read.ts";
import { examples as lp32 } from "./lp-32-codes-are-known.ts";
import { examples as lp33 } from "./lp-33-people-can-be-told-apart.ts";
import { examples as lp34 } from "./lp-34-a-row-is-one-child.ts";
import { examples as lp35 } from "./lp-35-registrations-renewed.ts";
import { examples as lp36 } from "./lp-36-newly-qualified-not-alone.ts";
import { examples as lp37 } from "./lp-37-one-lead-a-family.ts";
import { examples as lp38 } from "./lp-38-accepted-by-a-manager.ts";

const EXAMPLES: Readonly<Record<RuleId, () => readonly Example[]>> = {
  "LP-01": lp01,
  "LP-02": lp02,
  "LP-03": lp03,
  "LP-04": lp04,
  "LP-05": lp05,
  "LP-06": lp06,
  "LP-07": lp07,
  "LP-08": lp08,
  "LP-09": lp09,
  "LP-10": lp10,
  "LP-11": lp11,
  "LP-12": lp12,
  "LP-13": lp13,
  "LP-14": lp14,
  "LP-15": lp15,
  "LP-16": lp16,
  "LP-17": lp17,
  "LP-18": lp18,
  "LP-19": lp19,
  "LP-20": lp20,
  "LP-21": lp21,
  "LP-22": lp22,
  "LP-23": lp23,
  "LP-24": lp24,
  "LP-25": lp25,
  "LP-26": lp26,
  "LP-27": lp27,
  "LP-28": lp28,
  "LP-29": lp29,
  "LP-30": lp30,
  "LP-31": lp31,
  "LP-32": lp32,
  "LP-33": lp33,
  "LP-34": lp34,
  "LP-35": lp35,
  "LP-36": lp36,
  "LP-37": lp37,
  "LP-38": lp38,
};

/**
 * Every rule with its examples: their tests, and the tables of the rule reference. Nothing that ships imports them;
 * they are made by functions, so that a bundle of the rules leaves them out.
 */
export const WITH_EXAMPLES: readonly (readonly [Rule, readonly Example[]])[] = RULE_IDS.map((id) => [
  RULES[id],
  EXAMPLES[id](),
]);
