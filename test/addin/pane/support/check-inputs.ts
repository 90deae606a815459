import { createInputsStore, type CheckInputs } from "../../../../addin/checking/check-inputs.ts";
import { KENT } from "../../support/kent.ts";
import { NO_WORKBOOK_INPUTS } from "../../../../addin/workbook/workbook-inputs.ts";
import { NO_CHOICES, type Choices } from "../../../../addin/workbook/choices.ts";
import { isoDay } from "../../../../rules/dates.ts";
import { EXAMPLE_DAY, EXAMPLE_REGISTER } from "../../../../rules/example-row.ts";
import type { Policy } from "../../../../rules/policy.ts";
import type { RawPractitioner } from "../../../../rules/register.ts";

export interface GivenInputs {
  readonly asOf?: string;
  /** null for a workbook and service without any. */
  readonly practitioners?: readonly RawPractitioner[] | null;
  readonly choices?: Partial<Choices>;
  readonly policies?: readonly Policy[];
}

/** What checks are made with on the day of the examples, unless said otherwise. */
export function openInputs({
  asOf = EXAMPLE_DAY,
  practitioners = EXAMPLE_REGISTER,
  choices = {},
  policies,
}: GivenInputs = {}): CheckInputs {
  const store = createInputsStore(isoDay("2026-01-05"));
  store.workbook.value = {
    ...NO_WORKBOOK_INPUTS,
    usual: KENT,
    checkDate: isoDay(asOf),
    choices: { ...NO_CHOICES, ...choices },
  };
  store.service.value = {
    ...(practitioners ? { register: { practitioners } } : {}),
    ...(policies ? { policies } : {}),
  };
  return store.inputs.value;
}
