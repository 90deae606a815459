import type { Example } from "../example.ts";
import type { Rule } from "../rule.ts";
import { CATALOGUE } from "./index.ts";
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

const IN_ORDER = [
  lp01,
  lp02,
  lp03,
  lp04,
  lp05,
  lp06,
  lp07,
  lp08,
  lp09,
  lp10,
  lp11,
  lp12,
  lp13,
  lp14,
  lp15,
  lp16,
  lp17,
  lp18,
  lp19,
  lp20,
  lp21,
  lp22,
  lp23,
  lp24,
  lp25,
  lp26,
  lp27,
  lp28,
  lp29,
  lp30,
  lp31,
  lp32,
  lp33,
  lp34,
];

/**
 * Every rule with its examples: their tests, and the tables of the rule reference. Nothing that ships imports them;
 * they are made by functions, so that a bundle of the rules leaves them out.
 */
export const WITH_EXAMPLES: readonly (readonly [Rule, readonly Example[]])[] = CATALOGUE.flatMap((rule, index) =>
  IN_ORDER.slice(index, index + 1).map((examples) => [rule, examples()] as const),
);
