import { computed, signal, type ReadonlySignal, type Signal } from "@preact/signals-core";
import type { Day } from "../../rules/dates.ts";
import { inputsFrom, type CheckInputs, type ServiceInputs } from "../../rules/workbook/check-inputs.ts";
import { NO_WORKBOOK_INPUTS, type WorkbookInputs } from "../workbook/workbook-inputs.ts";

export { servicePolicy } from "../../rules/workbook/check-inputs.ts";
export type { CheckInputs, ServiceInputs } from "../../rules/workbook/check-inputs.ts";

export interface InputsStore {
  readonly workbook: Signal<WorkbookInputs>;
  readonly service: Signal<ServiceInputs>;
  /** Set anew when the day changes. */
  readonly today: Signal<Day>;
  readonly inputs: ReadonlySignal<CheckInputs>;
}

/** Keeps what checks are made with; whoever reads `inputs` in a computation is told when any part of it changes. */
export function createInputsStore(startsOn: Day): InputsStore {
  const workbook = signal(NO_WORKBOOK_INPUTS);
  const service = signal<ServiceInputs>({});
  const today = signal(startsOn);
  // What else the workbook keeps (receipts, marks) is no reason to check anything again.
  const made = ({ choices, ...rest }: WorkbookInputs): readonly unknown[] => [
    rest.checkDate,
    rest.refusal,
    rest.policyId,
    rest.register,
    rest.policyTable,
    rest.usual.policy,
    rest.usual.reason,
    rest.date1904,
    choices.columns,
    choices.teams,
    choices.roles,
    choices.statuses,
    choices.registerColumns,
    choices.belonging,
    choices.trial,
    service.value.policies,
    service.value.register,
    today.value,
  ];
  let last: { readonly of: readonly unknown[]; readonly inputs: CheckInputs } | undefined;
  const inputs = computed(() => {
    const of = made(workbook.value);
    const { facts } = service.value;
    if (!last?.of.every((part, index) => part === of[index]))
      last = { of, inputs: inputsFrom(workbook.value, service.value, today.value) };
    // New facts leave policy and register the same objects, by which others know that these have not changed.
    else if (last.inputs.service !== facts) last = { of, inputs: { ...last.inputs, service: facts } };
    return last.inputs;
  });
  return { workbook, service, today, inputs };
}

/** What a check as of another day is made with: the policy in force on it, and the same register. */
export const inputsOn = ({ workbook, service, today }: InputsStore, asOf: Day): CheckInputs =>
  inputsFrom(workbook.peek(), service.peek(), today.peek(), { asOf });
