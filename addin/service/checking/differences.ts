import { check } from "../../../rules/check.ts";
import { toIso } from "../../../rules/dates.ts";
import { FIELD_IDS, FIELDS } from "../../../rules/fields.ts";
import { mapFields } from "../../../rules/headers.ts";
import { typed } from "../../../rules/read.ts";
import { Register } from "../../../rules/register.ts";
import { termsOf } from "../../../rules/terms.ts";
import { list } from "../../../rules/text.ts";
import type { CheckInputs } from "../../checking/check-inputs.ts";
import type { ChecksAnswer } from "../../../client/responses.ts";
import type { Account } from "../../../client/responses.ts";
import type { SentRow } from "./rows.ts";

const PERSON_FIELDS = FIELD_IDS.filter((id) => FIELDS[id].kind === "person");

export const isSamePolicy = ({ policy, asOf }: ChecksAnswer, inputs: CheckInputs): boolean =>
  policy.hash === termsOf(inputs.basePolicy).hash && asOf === toIso(inputs.asOf);

/**
 * The rows on which the service comes to another verdict than the same check here, of the same rows with the same
 * facts. Compared only where it must be the same: by one policy and the service's register, and on rows that name
 * nobody of another team, of whom the service shows less than it checks with.
 */
export function differing(
  sent: readonly SentRow[],
  isPart: boolean,
  answer: ChecksAnswer,
  inputs: CheckInputs,
  account: Account,
): readonly SentRow[] {
  const { register } = inputs;
  if (!isSamePolicy(answer, inputs) || inputs.from.register !== "service" || !register) return [];
  const fields = FIELD_IDS.filter((id) => sent.some(({ wire }) => wire[id] !== undefined));
  const sheet = { columns: mapFields(fields), rows: sent.map(({ wire }) => fields.map((id) => wire[id])), isPart };
  const { elsewhere, returns } = answer;
  const here = check(sheet, {
    asOf: inputs.asOf,
    policy: inputs.basePolicy,
    register,
    service: { ...elsewhere, returns },
  });
  const people = new Register(register, termsOf(inputs.basePolicy), inputs.asOf);
  const isShownWhole = (name: string): boolean =>
    account.roles.includes("Admin") || people.matches(name).every(({ team }) => account.teams.includes(team));
  const isComparable = ({ wire }: SentRow): boolean =>
    PERSON_FIELDS.every((id) => wire[id] === undefined || isShownWhole(typed(wire[id])));
  return sent.filter((row, index) => here.rows[index]?.verdict !== answer.rows[index]?.verdict && isComparable(row));
}

const MOST_NAMED = 5;

/** The same as a sentence. */
export function rowsSentence(rowNumbers: readonly number[]): string {
  const named = rowNumbers.slice(0, MOST_NAMED);
  const more = rowNumbers.length - named.length;
  const rows = list([...named, ...(more > 0 ? [`${more} more`] : [])]);
  return `The council's service comes to another verdict on ${rowNumbers.length === 1 ? "row" : "rows"} ${rows}. The policy and the register were fetched anew; if this stays, close and open the pane, and tell whoever administers the service.`;
}

/** Why the service checks by another policy, and what to do. */
export const policySentence = ({ policy }: ChecksAnswer, { basePolicy, from }: CheckInputs): string => {
  const theirs = `The council's service checks by version ${policy.version} of its policy (${policy.id}), this workbook by “${basePolicy.title}”.`;
  return from.policy === "workbook"
    ? `${theirs} Choose the council's policy in Set-up if the sheet should be checked as the council does.`
    : `${theirs} If the council has changed its policy, ask whoever administers the service to enter the change.`;
};
