import type { Coverage } from "../../rules/coverage.ts";
import { POLICIES } from "../../rules/policies/index.ts";
import { teamsIn } from "../../rules/policy.ts";
import { termsOf } from "../../rules/terms.ts";
import type { InputsStore } from "../checking/check-inputs.ts";
import type { History } from "../history/history.ts";
import { monthName } from "../../rules/months.ts";
import { reportOf } from "../report/report.ts";
import { DisplayError } from "../service/service.ts";
import type { Workbook } from "../workbook/workbook.ts";

export interface ReportNeeds {
  readonly workbook: Pick<Workbook, "insertReport">;
  readonly store: InputsStore;
  readonly history: Pick<History, "months">;
  /** Of the list that is looked at. */
  readonly coverage: Coverage | undefined;
}

const FIRST_MONTH = "1990-01";

/** Writes a sheet with a sent month of a team, and those before it; gives what was done as a sentence. */
export async function writeReport(
  { workbook, store, history, coverage }: ReportNeeds,
  team: string,
  month: string,
): Promise<string> {
  const { basePolicy } = store.inputs.peek();
  const name = teamsIn(basePolicy).find(({ id }) => id === team)?.name ?? team;
  const months = await history.months(team, FIRST_MONTH, month);
  const found = months.find(({ receipt }) => receipt.month === month);
  if (!found)
    throw new DisplayError(
      `No snapshot of ${name} for ${monthName(month)} has been sent, so there is nothing to report.`,
    );
  const policies = [basePolicy, ...(store.service.peek().policies ?? []), ...POLICIES];
  const policy = policies.find((one) => termsOf(one).hash === found.receipt.policyHash)?.title;
  await workbook.insertReport(reportOf({ team: name, month: found, earlier: months, policy, coverage }));
  return `The report on ${monthName(month)} stands on a new sheet.`;
}
