import type { CheckOptions, ServiceFacts } from "../check.ts";
import { toIso, type Day } from "../dates.ts";
import type { FieldId } from "../fields.ts";
import { kentTrial2024, POLICIES } from "../policies/index.ts";
import type { Policy } from "../policy.ts";
import { readPolicyTable, type PolicyTableRead } from "../policy-table/read-policy-table.ts";
import { isBlankCell } from "../sheet.ts";
import { fold } from "../text.ts";
import { registerFromTable } from "../register-table.ts";
import type { RegisterSource } from "../register.ts";
import type { Belonging } from "./choices.ts";
import type { FoundPolicyTable } from "./found.ts";
import { afterTrial, withTexts } from "./policy-choices.ts";
import type { WorkbookInputs } from "./workbook-inputs.ts";

/** What the council's service has answered; every part is missing until it has. */
export interface ServiceInputs {
  readonly policies?: readonly Policy[];
  /** Of these, what only came with the service: nobody of the council has entered it. */
  readonly shipped?: readonly Policy[];
  readonly register?: RegisterSource;
  readonly facts?: ServiceFacts;
}

/** What a person has asked for just now, which counts before all that the workbook says. */
export interface Asked {
  readonly asOf?: Day | undefined;
  readonly policy?: Policy | undefined;
  readonly belonging?: Belonging | undefined;
}

/** The council's own policy in a workbook: where it stands, what it comes to, and whether it is what counts. */
export interface PolicyTableInputs extends PolicyTableRead {
  readonly found: FoundPolicyTable;
  readonly isUsed: boolean;
}

/** What every check in a workbook is made with, and where each part comes from. */
export interface CheckInputs extends CheckOptions {
  readonly register: RegisterSource | undefined;
  readonly service: ServiceFacts | undefined;
  /** The policy before the workbook's own texts for teams and roles were added: what the service knows by its hash. */
  readonly basePolicy: Policy;
  /** What speaks for the policy, as a sentence, where it is nobody's choice. */
  readonly why: string;
  readonly policyTable: PolicyTableInputs | undefined;
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
    readonly policy: "asked" | "workbook" | "service" | "table" | "default" | "unknown";
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

interface WhichPolicy {
  readonly policy: Policy;
  readonly from: CheckInputs["from"]["policy"];
  readonly why: string;
}

/** The policy by which the service checks on a day; `isShipped`: it came with the service, and no council has entered it. */
export function servicePolicy(
  { policies = [], shipped = [] }: ServiceInputs,
  on: string,
): { readonly policy: Policy; readonly isShipped: boolean } | undefined {
  const policy = inForce(policies, on);
  return policy && { policy, isShipped: shipped.includes(policy) };
}

/**
 * Without anybody's choice the council's own counts, else the workbook's table, else what its teams speak for. What came
 * with the service is the own of Kent alone: to another council's rows its words would mean something else.
 */
function unchosen(
  { usual }: WorkbookInputs,
  service: ServiceInputs,
  on: string,
  table: PolicyTableRead | undefined,
): WhichPolicy {
  const held = servicePolicy(service, on);
  const isOwn = held && (!held.isShipped || (!table && usual.policy === kentTrial2024));
  if (isOwn) return { policy: held.policy, from: "service", why: "" };
  if (table) return { policy: table.policy, from: "table", why: "" };
  return { policy: usual.policy, from: "default", why: usual.reason };
}

function policyOf(
  workbook: WorkbookInputs,
  service: ServiceInputs,
  asOf: Day,
  { asked, table }: { readonly asked: Policy | undefined; readonly table: PolicyTableRead | undefined },
): WhichPolicy {
  const { policyId } = workbook;
  if (asked) return { policy: asked, from: "asked", why: "" };
  const on = toIso(asOf);
  const other = unchosen(workbook, service, on, table);
  if (policyId === undefined) return other;
  const known = (service.policies ?? []).filter(({ id }) => id === policyId);
  const named = inForce(known, on) ?? POLICIES.find(({ id }) => id === policyId);
  if (named) return { policy: named, from: known.length > 0 ? "service" : "workbook", why: "" };
  const isTable = table && [table.policy.id, table.policy.title].map(fold).includes(fold(policyId));
  return isTable ? { policy: table.policy, from: "table", why: "" } : { ...other, from: "unknown" };
}

/** What the workbook's own table makes of a policy; one that has no rows, or lacks a column, makes nothing. */
function readTable({ policyTable, usual, date1904, choices }: WorkbookInputs): PolicyTableRead | undefined {
  if (!policyTable?.rows.some(({ setting, value }) => !isBlankCell(setting) || !isBlankCell(value))) return undefined;
  return readPolicyTable(policyTable.rows, {
    usual: usual.policy,
    adjusted: (policy) => afterTrial(policy, choices),
    date1904,
  });
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
  const table = readTable(workbook);
  const { policy: found, from, why } = policyOf(workbook, service, asOf, { asked: asked.policy, table });
  // What the table says of the trial counts before what was answered.
  const basePolicy = found === table?.policy ? found : afterTrial(found, choices);
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
    policyTable:
      table && workbook.policyTable
        ? { ...table, found: workbook.policyTable, isUsed: found === table.policy }
        : undefined,
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
