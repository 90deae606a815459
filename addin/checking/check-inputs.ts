import { NO_WORKBOOK_INPUTS, type WorkbookInputs } from "../workbook/workbook-inputs.ts";
import { computed, signal, type ReadonlySignal, type Signal } from "@preact/signals-core";
import type { CheckOptions, ServiceFacts } from "../../rules/check.ts";
import type { Day } from "../../rules/dates.ts";
import { toIso } from "../../rules/dates.ts";
import type { FieldId } from "../../rules/fields.ts";
import { kentTrial2024, POLICIES } from "../../rules/policies/index.ts";
import { mergePolicy } from "../../rules/policy-merge.ts";
import { teamsIn, type Policy } from "../../rules/policy.ts";
import { registerFromTable } from "../../rules/register-table.ts";
import type { RegisterSource } from "../../rules/register.ts";
import { fold } from "../../rules/text.ts";
import type { Choices } from "../workbook/choices.ts";

/** What the council's service has answered; every part is missing until it has. */
export interface ServiceInputs {
  readonly policies?: readonly Policy[];
  readonly register?: RegisterSource;
  readonly facts?: ServiceFacts;
}

/** What every check in this workbook is made with, and where each part comes from. */
export interface CheckInputs extends CheckOptions {
  readonly register: RegisterSource | undefined;
  readonly service: ServiceFacts | undefined;
  /** The policy before the workbook's own texts for teams and roles were added: what the service knows by its hash. */
  readonly basePolicy: Policy;
  /** Header -> field as a person chose it. */
  readonly chosen: ReadonlyMap<string, FieldId | null>;
  readonly date1904: boolean;
  readonly from: {
    readonly asOf: "workbook" | "today";
    /** `unknown`: LP_Policy names a policy that nobody knows, so the default stands in. */
    readonly policy: "workbook" | "service" | "default" | "unknown";
    readonly register: "service" | "workbook" | "none";
  };
}

export interface InputsStore {
  readonly workbook: Signal<WorkbookInputs>;
  readonly service: Signal<ServiceInputs>;
  /** Set anew when the day changes. */
  readonly today: Signal<Day>;
  readonly inputs: ReadonlySignal<CheckInputs>;
}

/** The newest policy in force on a day: the last of those that begin on or before it; versions stand in their order. */
const inForce = (policies: readonly Policy[], on: string): Policy | undefined =>
  policies.reduce<Policy | undefined>(
    (best, policy) =>
      policy.effectiveFrom <= on && (!best || policy.effectiveFrom >= best.effectiveFrom) ? policy : best,
    undefined,
  );

function policyOf(
  { policyId }: WorkbookInputs,
  { policies }: ServiceInputs,
  asOf: Day,
): { policy: Policy; from: CheckInputs["from"]["policy"] } {
  const on = toIso(asOf);
  if (policyId === undefined) {
    const policy = policies && inForce(policies, on);
    return policy ? { policy, from: "service" } : { policy: kentTrial2024, from: "default" };
  }
  const known = (policies ?? []).filter(({ id }) => id === policyId);
  const named = inForce(known, on) ?? POLICIES.find(({ id }) => id === policyId);
  if (named) return { policy: named, from: known.length > 0 ? "service" : "workbook" };
  return { policy: kentTrial2024, from: "unknown" };
}

/** A policy as the workbook's answers change it: what became of the trial, unless the council's own says so. */
function afterTrial(policy: Policy, { trial }: Choices): Policy {
  if (!trial || !POLICIES.includes(policy)) return policy;
  if (trial.kind === "adopted") return mergePolicy(policy, { scheme: "adopted" });
  return trial.kind === "extended" ? mergePolicy(policy, { trial: { end: trial.end } }) : policy;
}

type NameWithAliases = Pick<Policy["roles"][number], "name" | "aliases">;

/** Adds the sheet's texts for teams and roles as further aliases; what a text means to the policy itself counts before that. */
function withTexts(policy: Policy, { teams, roles }: Choices): Policy {
  if (Object.keys(teams).length + Object.keys(roles).length === 0) return policy;
  const known = (named: readonly NameWithAliases[]): ReadonlySet<string> =>
    new Set(["", ...named.flatMap(({ name, aliases }) => [name, ...aliases].map(fold))]);
  const [knownTeams, knownRoles] = [known(teamsIn(policy)), known(policy.roles)];
  const textsOf = (chosen: Readonly<Record<string, string>>, value: string, isKnown: ReadonlySet<string>): string[] =>
    Object.entries(chosen).flatMap(([text, named]) => (named === value && !isKnown.has(fold(text)) ? [text] : []));
  const team = <T extends Policy["otherTeams"][number]>(one: T): T => ({
    ...one,
    aliases: [...one.aliases, ...textsOf(teams, one.id, knownTeams)],
  });
  return {
    ...policy,
    trial: { ...policy.trial, teams: policy.trial.teams.map(team) },
    otherTeams: policy.otherTeams.map(team),
    roles: policy.roles.map((role) => ({
      ...role,
      aliases: [...role.aliases, ...textsOf(roles, role.name, knownRoles)],
    })),
  };
}

/** Works out what checks are made with. The service's register counts where there is one; alone, the workbook's. */
function inputsFrom(workbook: WorkbookInputs, service: ServiceInputs, today: Day): CheckInputs {
  const asOf = workbook.checkDate ?? today;
  const { policy: found, from } = policyOf(workbook, service, asOf);
  const basePolicy = afterTrial(found, workbook.choices);
  const policy = withTexts(basePolicy, workbook.choices);
  const own =
    workbook.register &&
    registerFromTable(workbook.register.headers, workbook.register.rows, policy, workbook.date1904);
  return {
    asOf,
    policy,
    basePolicy,
    register: service.register ?? own,
    service: service.facts,
    chosen: new Map(Object.entries(workbook.choices.columns)),
    date1904: workbook.date1904,
    from: {
      asOf: workbook.checkDate === undefined ? "today" : "workbook",
      policy: from,
      register: service.register ? "service" : own ? "workbook" : "none",
    },
  };
}

/** Keeps what checks are made with; whoever reads `inputs` in a computation is told when any part of it changes. */
export function createInputsStore(startsOn: Day): InputsStore {
  const workbook = signal(NO_WORKBOOK_INPUTS);
  const service = signal<ServiceInputs>({});
  const today = signal(startsOn);
  // What else the workbook keeps (receipts, marks) is no reason to check anything again.
  const made = ({
    checkDate,
    policyId,
    register,
    date1904,
    choices: { columns, teams, roles, trial },
  }: WorkbookInputs): readonly unknown[] => [
    checkDate,
    policyId,
    register,
    date1904,
    columns,
    teams,
    roles,
    trial,
    service.value,
    today.value,
  ];
  let last: { readonly of: readonly unknown[]; readonly inputs: CheckInputs } | undefined;
  const inputs = computed(() => {
    const of = made(workbook.value);
    if (!last?.of.every((part, index) => part === of[index]))
      last = { of, inputs: inputsFrom(workbook.value, service.value, today.value) };
    return last.inputs;
  });
  return { workbook, service, today, inputs };
}

/** What a check as of another day is made with: the policy in force on it, and the same register. */
export const inputsOn = ({ workbook, service, today }: InputsStore, asOf: Day): CheckInputs =>
  inputsFrom({ ...workbook.peek(), checkDate: asOf }, service.peek(), today.peek());
