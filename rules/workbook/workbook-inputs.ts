import type { Day } from "../dates.ts";
import { defaultPolicyFor, type DefaultPolicy } from "../default-policy.ts";
import { NO_READING_CHOICES, type ReadingChoices } from "./choices.ts";
import type { WorkbookContents } from "./contents.ts";
import type { FoundInWorkbook, FoundPolicyTable, FoundRegister } from "./found.ts";
import { checkDateOf, policyNameOf } from "./named-value.ts";

/** A register's cells, and where they stand, for whoever writes to them. */
export type RegisterCells = Pick<FoundRegister, "headers" | "rows"> &
  Partial<Pick<FoundRegister, "sheet" | "headerRow" | "left">>;

/** What a workbook itself inputs of how it is to be checked. */
export interface WorkbookInputs<Kept extends ReadingChoices = ReadingChoices> {
  /** The day that the name LP_CheckDate stands for; undefined without the name, and where nobody can use it. */
  readonly checkDate: Day | undefined;
  /** Why the name LP_CheckDate cannot be used, as a sentence: nothing is checked then, as of today least of all. */
  readonly refusal: string | undefined;
  /** The name LP_Policy. */
  readonly policyId: string | undefined;
  /** The register, as its cells stand. */
  readonly register: RegisterCells | undefined;
  /** The council's own policy, as its cells stand. */
  readonly policyTable: FoundPolicyTable | undefined;
  /** The policy that its team cells speak for, where nobody has chosen one. */
  readonly usual: DefaultPolicy;
  readonly date1904: boolean;
  readonly choices: Kept;
}

export const NO_WORKBOOK_INPUTS: WorkbookInputs = {
  checkDate: undefined,
  refusal: undefined,
  policyId: undefined,
  register: undefined,
  policyTable: undefined,
  usual: defaultPolicyFor([]),
  date1904: false,
  choices: NO_READING_CHOICES,
};

/** What a workbook inputs, and what of it cannot be used and is passed over, as sentences. */
export function inputsOf<Kept extends ReadingChoices>(
  { checkDate, policy, date1904 }: WorkbookContents,
  found: FoundInWorkbook,
  choices: Kept,
): { readonly inputs: WorkbookInputs<Kept>; readonly problems: readonly string[] } {
  const day = checkDateOf(checkDate, date1904);
  const named = policyNameOf(policy);
  return {
    inputs: {
      checkDate: typeof day === "object" ? day.day : undefined,
      refusal: typeof day === "string" ? day : undefined,
      policyId: typeof named === "object" ? named.id : undefined,
      register: found.register,
      policyTable: found.policyTable,
      usual: defaultPolicyFor(
        found.lists.map(({ allocations: { mapping, rows }, whole }) => ({ columns: mapping.columns, rows, whole })),
      ),
      date1904,
      choices,
    },
    problems: [day, named].filter((one) => typeof one === "string"),
  };
}
