/// <reference types="custom-functions-runtime" />
/**
 * The LP functions as Excel knows them. Their comments are the help that Excel shows, and their metadata is generated
 * from this one file, which is why it holds nothing but plain declarations.
 */
import { DisplayError } from "../service/service.ts";
import { refuse } from "./results.ts";
import { formulasWith, type FormulaNeeds, type Formulas } from "./formulas.ts";

// Excel calls these functions bare, so what they work with cannot be an argument: `prepare` puts it here.
let formulas: Formulas | undefined;

/** Hands the functions what they work with; called once, before they are associated. */
export function prepare(needs: FormulaNeeds): void {
  formulas = formulasWith(needs);
}

function prepared(): Formulas {
  return formulas ?? refuse(new DisplayError("The add-in is still starting. Recalculate the cell in a moment."));
}

/**
 * Says whether someone may lead a case: "Eligible", or "Not eligible", "Action needed" or "Check" with the reason in a few words. Takes single cells, or whole columns and then fills a column of its own.
 * @customfunction ELIGIBLE
 * @param {unknown[][]} status The case status, such as CIN, CP or "Child in need".
 * @param {unknown[][]} lead The lead professional: a name or staff number on the register, or a role such as SWA.
 * @param {unknown[][]} [team] The team that holds the case. Needed where the lead is not a social worker.
 * @param {unknown[][]} [allocated_on] The date on which the lead took the case. Needed where the lead is not a social worker.
 * @param {unknown[][]} [overseer] Who oversees the case: a name or staff number on the register, or a role. Needed where the lead is not a social worker.
 * @param {unknown[][]} [as_of] The date to check on, one cell. The workbook's check date if left out.
 * @returns {Promise<unknown[][]>} A text for each case; blank for a blank row.
 */
async function eligible(
  status: unknown[][],
  lead: unknown[][],
  team: unknown[][],
  allocated_on: unknown[][],
  overseer: unknown[][],
  as_of: unknown[][],
): Promise<unknown[][]> {
  return await prepared().eligible({ status, lead, team, allocated_on, overseer, as_of });
}

/**
 * Checks a list of allocations against every rule and fills a column with each row's verdict: Clear, Advice, Check, Action needed or Not eligible. "Clear" means that no rule was broken on the data given.
 * @customfunction CHECK
 * @streaming
 * @requiresStreamParameterAddresses
 * @param {unknown[][]} headers The row that names the columns, such as Cases[#Headers].
 * @param {unknown[][]} rows All rows below it, such as Cases[#Data].
 * @param {unknown[][]} [as_of] The date to check on, one cell. The workbook's check date if left out.
 */
function check(
  headers: unknown[][],
  rows: unknown[][],
  as_of: unknown[][],
  invocation: CustomFunctions.StreamingInvocation<string[][]>,
): void {
  prepared().listed("CHECK", headers, rows, as_of, invocation);
}

/**
 * Says what is wrong with each row of a list of allocations: a line for each finding with its rule, what is wrong and what to do next; blank where nothing is. Takes up to 2,000 rows.
 * @customfunction WHY
 * @streaming
 * @requiresStreamParameterAddresses
 * @param {unknown[][]} headers The row that names the columns, such as Cases[#Headers].
 * @param {unknown[][]} rows All rows below it, such as Cases[#Data].
 * @param {unknown[][]} [as_of] The date to check on, one cell. The workbook's check date if left out.
 */
function why(
  headers: unknown[][],
  rows: unknown[][],
  as_of: unknown[][],
  invocation: CustomFunctions.StreamingInvocation<string[][]>,
): void {
  prepared().listed("WHY", headers, rows, as_of, invocation);
}

/**
 * The date by which formal supervision is next due, counted from the later of the last supervision and the allocation. Format the cell as a date.
 * @customfunction NEXTSUPERVISION
 * @param {unknown[][]} last_supervision The date of the last formal supervision on the case.
 * @param {unknown[][]} [allocated_on] The date on which the lead took the case. A supervision before it does not count.
 * @returns {Promise<unknown[][]>} A date as Excel's serial number; blank for a blank row.
 */
async function nextsupervision(last_supervision: unknown[][], allocated_on: unknown[][]): Promise<unknown[][]> {
  return await prepared().nextSupervision({ last_supervision, allocated_on });
}

/**
 * What a rule says, where it comes from, or what to do when it is broken.
 * @customfunction RULE
 * @param {unknown[][]} id The rule's id, such as LP-08.
 * @param {unknown[][]} [part] "source" or "next step". The rule's title if left out.
 * @returns {Promise<unknown[][]>} A text.
 */
async function rule(id: unknown[][], part: unknown[][]): Promise<unknown[][]> {
  return await prepared().rule({ id, part });
}

/**
 * Who leads for a child by the teams' newest snapshots: name, team, since when, and the date of the list. Asks the council's service, so sign in first in the Lead Professional pane.
 * @customfunction LEAD
 * @param {unknown[][]} child_ref The child ref, never a name. Takes a column too.
 * @returns {Promise<unknown[][]>} One line for each child, "No lead recorded" or "Restricted".
 */
async function lead(child_ref: unknown[][]): Promise<unknown[][]> {
  return await prepared().lead(child_ref);
}

/**
 * One number of a snapshot that a team has sent, for your own tables and charts. Asks the council's service, so sign in first in the Lead Professional pane.
 * @customfunction MEASURE
 * @param {unknown[][]} measure The measure's id, such as cases, not-eligible or supervision-in-time.
 * @param {unknown[][]} month The month as 2024-11, or a date in it.
 * @param {unknown[][]} [team] The team's name. Your own team if left out.
 * @returns {Promise<unknown[][]>} A number.
 */
async function measure(measure: unknown[][], month: unknown[][], team: unknown[][]): Promise<unknown[][]> {
  return await prepared().measure({ measure, month, team });
}

/** Every function by its id, for the one call of `CustomFunctions.associate`. */
export const FUNCTIONS = {
  ELIGIBLE: eligible,
  CHECK: check,
  WHY: why,
  NEXTSUPERVISION: nextsupervision,
  RULE: rule,
  LEAD: lead,
  MEASURE: measure,
};
