import { keepBasis, type Basis } from "../../../../addin/checking/basis.ts";
import { WORKBOOK_SAYS_NOTHING } from "../../../../addin/workbook/workbook-says.ts";
import { NO_CHOICES, type Choices } from "../../../../addin/workbook/choices.ts";
import { isoDay } from "../../../../rules/dates.ts";
import { EXAMPLE_DAY, EXAMPLE_REGISTER } from "../../../../rules/example-row.ts";
import type { Policy } from "../../../../rules/policy.ts";
import type { RawPractitioner } from "../../../../rules/register.ts";

export interface BasisSaid {
  readonly asOf?: string;
  /** null for a workbook and service without any. */
  readonly practitioners?: readonly RawPractitioner[] | null;
  readonly choices?: Partial<Choices>;
  readonly policies?: readonly Policy[];
}

/** What checks are made with on the day of the examples, unless said otherwise. */
export function openBasis({
  asOf = EXAMPLE_DAY,
  practitioners = EXAMPLE_REGISTER,
  choices = {},
  policies,
}: BasisSaid = {}): Basis {
  const keeper = keepBasis(isoDay("2026-01-05"));
  keeper.workbook.value = { ...WORKBOOK_SAYS_NOTHING, checkDate: isoDay(asOf), choices: { ...NO_CHOICES, ...choices } };
  keeper.service.value = {
    ...(practitioners ? { register: { practitioners } } : {}),
    ...(policies ? { policies } : {}),
  };
  return keeper.basis.value;
}
