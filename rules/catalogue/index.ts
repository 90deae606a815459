import { RULE_IDS, type RuleId } from "../rule-ids.ts";
import type { Rule } from "../rule.ts";
import { aLeadIsNamed } from "./lp-01-a-lead-is-named.ts";
import { oneLeadAChild } from "./lp-02-one-lead-a-child.ts";
import { socialWorkerLeadsProtection } from "./lp-03-social-worker-leads-protection.ts";
import { theRoleMayLead } from "./lp-04-the-role-may-lead.ts";
import { inATrialTeam } from "./lp-05-in-a-trial-team.ts";
import { withinTheTrial } from "./lp-06-within-the-trial.ts";
import { socialWorkerAssesses } from "./lp-07-social-worker-assesses.ts";
import { overseenByASocialWorker } from "./lp-08-overseen-by-a-social-worker.ts";
import { withinTheirLevel } from "./lp-09-within-their-level.ts";
import { signedOffFirst } from "./lp-10-signed-off-first.ts";
import { theLeadAgreed } from "./lp-11-the-lead-agreed.ts";
import { aManagerDecided } from "./lp-12-a-manager-decided.ts";
import { supervisedMonthly } from "./lp-13-supervised-monthly.ts";
import { supervisedByASocialWorker } from "./lp-14-supervised-by-a-social-worker.ts";
import { jointVisits } from "./lp-15-joint-visits.ts";
import { chairedByASocialWorker } from "./lp-16-chaired-by-a-social-worker.ts";
import { agenciesTookPart } from "./lp-17-agencies-took-part.ts";
import { trainingCompleted } from "./lp-18-training-completed.ts";
import { wishesRecorded } from "./lp-19-wishes-recorded.ts";
import { advocateOffered } from "./lp-20-advocate-offered.ts";
import { sharedAssessment } from "./lp-21-shared-assessment.ts";
import { basisForSharing } from "./lp-22-basis-for-sharing.ts";
import { fromTheNearestService } from "./lp-23-from-the-nearest-service.ts";
import { someoneCanRespond } from "./lp-24-someone-can-respond.ts";
import { roomForTheCase } from "./lp-25-room-for-the-case.ts";
import { timeSetAside } from "./lp-26-time-set-aside.ts";
import { actionsEscalated } from "./lp-27-actions-escalated.ts";
import { concernsReviewed } from "./lp-28-concerns-reviewed.ts";
import { snapshotSent } from "./lp-29-snapshot-sent.ts";
import { feedbackGiven } from "./lp-30-feedback-given.ts";
import { datesCanBeRead } from "./lp-31-dates-can-be-read.ts";
import { codesAreKnown } from "./lp-32-codes-are-known.ts";
import { peopleCanBeToldApart } from "./lp-33-people-can-be-told-apart.ts";
import { aRowIsOneChild } from "./lp-34-a-row-is-one-child.ts";
import { registrationsRenewed } from "./lp-35-registrations-renewed.ts";
import { newlyQualifiedNotAlone } from "./lp-36-newly-qualified-not-alone.ts";
import { oneLeadAFamily } from "./lp-37-one-lead-a-family.ts";
import { acceptedByAManager } from "./lp-38-accepted-by-a-manager.ts";

/** Every rule by its id. */
export const RULES: Readonly<Record<RuleId, Rule>> = {
  "LP-01": aLeadIsNamed,
  "LP-02": oneLeadAChild,
  "LP-03": socialWorkerLeadsProtection,
  "LP-04": theRoleMayLead,
  "LP-05": inATrialTeam,
  "LP-06": withinTheTrial,
  "LP-07": socialWorkerAssesses,
  "LP-08": overseenByASocialWorker,
  "LP-09": withinTheirLevel,
  "LP-10": signedOffFirst,
  "LP-11": theLeadAgreed,
  "LP-12": aManagerDecided,
  "LP-13": supervisedMonthly,
  "LP-14": supervisedByASocialWorker,
  "LP-15": jointVisits,
  "LP-16": chairedByASocialWorker,
  "LP-17": agenciesTookPart,
  "LP-18": trainingCompleted,
  "LP-19": wishesRecorded,
  "LP-20": advocateOffered,
  "LP-21": sharedAssessment,
  "LP-22": basisForSharing,
  "LP-23": fromTheNearestService,
  "LP-24": someoneCanRespond,
  "LP-25": roomForTheCase,
  "LP-26": timeSetAside,
  "LP-27": actionsEscalated,
  "LP-28": concernsReviewed,
  "LP-29": snapshotSent,
  "LP-30": feedbackGiven,
  "LP-31": datesCanBeRead,
  "LP-32": codesAreKnown,
  "LP-33": peopleCanBeToldApart,
  "LP-34": aRowIsOneChild,
  "LP-35": registrationsRenewed,
  "LP-36": newlyQualifiedNotAlone,
  "LP-37": oneLeadAFamily,
  "LP-38": acceptedByAManager,
};

/** Every rule, in the order of the catalogue. */
export const CATALOGUE: readonly Rule[] = RULE_IDS.map((id) => RULES[id]);
