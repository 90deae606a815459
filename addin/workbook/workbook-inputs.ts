import type { Day } from "../../rules/dates.ts";
import type { Cell } from "../../rules/read.ts";
import { NO_CHOICES, type Choices } from "./choices.ts";

/** What the workbook itself says of how it is to be checked. */
export interface WorkbookInputs {
  /** The name LP_CheckDate. */
  readonly checkDate: Day | undefined;
  /** The name LP_Policy. */
  readonly policyId: string | undefined;
  /** The table Practitioners, as its cells stand. */
  readonly register: { readonly headers: readonly Cell[]; readonly rows: readonly (readonly Cell[])[] } | undefined;
  readonly date1904: boolean;
  readonly choices: Choices;
}

export const NO_WORKBOOK_INPUTS: WorkbookInputs = {
  checkDate: undefined,
  policyId: undefined,
  register: undefined,
  date1904: false,
  choices: NO_CHOICES,
};
