import type { CheckOptions, ServiceFacts } from "../check.ts";
import { toIso, type Day } from "../dates.ts";
import type { FieldId } from "../fields.ts";
import { POLICIES } from "../policies/index.ts";
import type { Policy } from "../policy.ts";
import { registerFromTable } from "../register-table.ts";
import type { RegisterSource } from "../register.ts";
import type { Belonging } from "./choices.ts";
import { afterTrial, withTexts } from "./policy-choices.ts";
import type { WorkbookInputs } from "./workbook-inputs.ts";

/** What the council's service has answered; every part is missing until it has. */
export interface ServiceInputs {
  readonly policies?: readonly Policy[];
  readonly register?: RegisterSource;
  readonly facts?: ServiceFacts;
}

/** What a person has asked for just now, which counts before all that the workbook says. */
export interface Asked {
  readonly asOf?: Day | undefined;
  readonly policy?: Policy | undefined;
  readonly belonging?: Belonging | undefined;
}

/** What every check in a workbook is made with, and where each part comes from. */
export interface CheckInputs extends CheckOptions {
  readonly register: RegisterSource | undefined;
  readonly service: ServiceFacts | undefined;
  /** The policy before the workbook's own texts for teams and roles were added: what the service knows by its hash. */
  readonly basePolicy: Policy;
  /** What speaks for the policy, as a sentence, where it is nobody's choice. */
  readonly why: string;
  /** Header -> field as a person chose it. */
  readonly chosen: ReadonlyMap<string, FieldId | null>;
  /** How the workbook's lists stand to each other, where a person has said so. */
  readonly belonging: Belonging | undefined;
  readonly date1904: boolean;
  /** Why nothing can be checked, as a sentence: the check date that the workbook names is none. */
  readonly refusal: string | undefined;
  readonly from: {
    readonly asOf: "asked" | "workbook" | "today";
    /** `unknown`: LP_Policy names a policy that nobody knows, so the default stands in. */
    readonly policy: "asked" | "workbook" | "service" | "default" | "unknown";
    readonly register: "service" | "workbook" | "none";
    readonly belonging: "asked" | "workbook" | "refs";
  };
}

/** The newest policy in force on a day: the last of those that begin on or before it; versions stand in their order. */
const inForce = (policies: readonly Policy[], on: string): Policy | undefined =>
  policies.reduce<Policy | undefined>(
    (best, policy) =>
      policy.effectiveFrom <= on && (!best || policy.effectiveFrom >= best.effectiveFrom) ? policy : best,
    undefined,
  );

function policyOf(
  { policyId, usual }: WorkbookInputs,
  { policies }: ServiceInputs,
  asOf: Day,
  asked: Policy | undefined,
): { policy: Policy; from: CheckInputs["from"]["policy"]; why: string } {
  if (asked) return { policy: asked, from: "asked", why: "" };
  const on = toIso(asOf);
  if (policyId === undefined) {
    const policy = policies && inForce(policies, on);
    return policy ? { policy, from: "service", why: "" } : { policy: usual.policy, from: "default", why: usual.reason };
  }
  const known = (policies ?? []).filter(({ id }) => id === policyId);
  const named = inForce(known, on) ?? POLICIES.find(({ id }) => id === policyId);
  if (named) return { policy: named, from: known.length > 0 ? "service" : "workbook", why: "" };
  return { policy: usual.policy, from: "unknown", why: usual.reason };
}

/** Works out what checks are made with. The workbook's register stands beside the service's. */
export function inputsFrom(
  workbook: WorkbookInputs,
  service: ServiceInputs,
  today: Day,
  asked: Asked = {},
): CheckInputs {
  const { choices, register, date1904 } = workbook;
  const asOf = asked.asOf ?? workbook.checkDate ?? today;
  const { policy: found, from, why } = policyOf(workbook, service, asOf, asked.policy);
  const basePolicy = afterTrial(found, choices);
  const policy = withTexts(basePolicy, choices);
  const own =
    register &&
    registerFromTable(
      register.headers,
      register.rows,
      policy,
      date1904,
      new Map(Object.entries(choices.registerColumns ?? {})),
    );
  return {
    asOf,
    policy,
    basePolicy,
    why,
    register: service.register ? { ...service.register, workbook: own } : own,
    service: service.facts,
    chosen: new Map(Object.entries(choices.columns)),
    belonging: asked.belonging ?? choices.belonging,
    date1904,
    refusal: asked.asOf === undefined ? workbook.refusal : undefined,
    from: {
      asOf: asked.asOf !== undefined ? "asked" : workbook.checkDate === undefined ? "today" : "workbook",
      policy: from,
      register: service.register ? "service" : own ? "workbook" : "none",
      belonging: asked.belonging ? "asked" : choices.belonging ? "workbook" : "refs",
    },
  };
}
