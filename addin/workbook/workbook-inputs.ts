import { NO_WORKBOOK_INPUTS as NOTHING, type WorkbookInputs as Says } from "../../rules/workbook/workbook-inputs.ts";
import { NO_CHOICES, type Choices } from "./choices.ts";

/** What the workbook itself says of how it is to be checked. */
export type WorkbookInputs = Says<Choices>;

export const NO_WORKBOOK_INPUTS: WorkbookInputs = { ...NOTHING, choices: NO_CHOICES };
