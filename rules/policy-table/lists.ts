import type { Interval, Policy } from "../policy.ts";
import { textOf } from "../read.ts";
import { DATA_RULE_IDS, RULE_IDS, type RuleId } from "../rule-ids.ts";
import { OPEN_STATUSES, STATUS_CODES, STATUS_LIST, StatusTexts, statusLabel, type StatusCode } from "../status.ts";
import { fold, list } from "../text.ts";
import { teamsIn } from "../policy.ts";
import { namesIn } from "./names.ts";
import type { Change, PolicyRow, RowNote } from "./row.ts";
import { isoDateOf } from "./single-values.ts";

/** What a row changes, or why it cannot be used, as a sentence. */
export type Meaning = Omit<Change, "rows"> | string;

const NONE = new Set(["", "none"]);

const partsOf = (text: string): string[] => text.split(/[\s,;/]+/).filter((part) => part !== "");

/** The open statuses of a cell: "CIN, ASSESS"; "none" for no status. */
function codesIn(text: string): readonly StatusCode[] | string {
  if (NONE.has(fold(text))) return text === "" ? "It has no value: write codes such as 'CIN, ASSESS', or 'none'." : [];
  const codes = partsOf(text).map((part) => OPEN_STATUSES.find((code) => code === part.toUpperCase()) ?? part);
  const odd = codes.find((code) => !OPEN_STATUSES.some((known) => known === code));
  return odd === undefined
    ? [...new Set(codes as StatusCode[])]
    : `'${odd}' is no code of an open status. The codes are ${OPEN_STATUSES.join(", ")}.`;
}

export function codes(key: "overseen" | "socialWorkerOnly", { value }: PolicyRow): Meaning {
  const found = codesIn(textOf(value));
  return typeof found === "string" ? found : { apply: (policy) => ({ ...policy, [key]: found }) };
}

/** "1 month", "28 days", "4 weeks". */
function intervalIn(text: string): Interval | undefined {
  const [, number, unit] = /^(\d{1,4}|a|one) *(month|week|day)s?$/i.exec(text) ?? [];
  if (number === undefined || unit === undefined) return undefined;
  const n = /^\d/.test(number) ? Number(number) : 1;
  if (unit.toLowerCase() === "month") return { months: n };
  return { days: unit.toLowerCase() === "week" ? n * 7 : n };
}

export function supervision({ value }: PolicyRow): Meaning {
  const every = intervalIn(textOf(value));
  if (every === undefined) return "The value must be how often supervision is due: '1 month', '28 days' or '4 weeks'.";
  return { apply: (policy) => ({ ...policy, supervision: { ...policy.supervision, every } }) };
}

export const intervalCell = (every: Interval): string =>
  "months" in every
    ? `${every.months} month${every.months === 1 ? "" : "s"}`
    : `${every.days} day${every.days === 1 ? "" : "s"}`;

/** The council's own texts for a status; a remark says where the product would read one otherwise. */
export function status(
  { row, value, alsoCalled }: PolicyRow,
  { familyHelp }: Pick<Policy, "familyHelp">,
): { readonly meaning: Meaning; readonly remarks: readonly RowNote[] } {
  const shipped = new StatusTexts({ familyHelp, statuses: [] });
  const text = textOf(value);
  const code = STATUS_CODES.find((one) => one === text.toUpperCase()) ?? shipped.only(text);
  const aliases = namesIn(typeof alsoCalled === "string" ? alsoCalled : textOf(alsoCalled));
  if (code === undefined) return { meaning: `The value must be the code of a status: ${STATUS_LIST}.`, remarks: [] };
  if (aliases.length === 0)
    return { meaning: "It has no text: write the council's own texts under 'Also called'.", remarks: [] };
  const remarks = aliases.flatMap((alias): RowNote[] => {
    const otherwise = shipped.meanings(alias).filter((one) => one !== code);
    return otherwise.length === 0
      ? []
      : [{ row, reason: `Without this row '${alias}' is read as ${list(otherwise.map(statusLabel), "or")}.` }];
  });
  return {
    meaning: { apply: (policy) => ({ ...policy, statuses: [...policy.statuses, { code, aliases }] }) },
    remarks,
  };
}

export function course({ value, alsoCalled }: PolicyRow, date1904: boolean): Meaning {
  const from = isoDateOf(value, date1904);
  const name = textOf(alsoCalled);
  if (from === undefined)
    return "The value must be the day from which the course is asked for, such as 4 October 2024.";
  if (fold(name) === "") return "It names no course: write its name under 'Also called'.";
  return {
    apply: (policy) => {
      const isKnown = policy.courses.some((one) => fold(one.name) === fold(name));
      const courses = isKnown
        ? policy.courses.map((one) => (fold(one.name) === fold(name) ? { name, from } : one))
        : [...policy.courses, { name, from }];
      return { ...policy, courses };
    },
  };
}

/** Rules that are switched off, or on again. */
export function rules({ value }: PolicyRow, isOff: boolean): Meaning {
  const ids = partsOf(textOf(value)).map((part) => RULE_IDS.find((id) => fold(id) === fold(part)) ?? part);
  if (ids.length === 0) return "It names no rule: write ids such as 'LP-11, LP-12'.";
  const odd = ids.find((id) => !RULE_IDS.some((known) => known === id));
  if (odd !== undefined) return `'${odd}' is no rule.`;
  const fixed = ids.find((id) => DATA_RULE_IDS.some((known) => known === id));
  if (fixed !== undefined) return `${fixed} says what could not be read, and cannot be switched off.`;
  const others = (policy: Policy): RuleId[] => policy.rulesOff.filter((id) => !ids.includes(id));
  return {
    apply: (policy) => ({
      ...policy,
      rulesOff: isOff ? [...others(policy), ...(new Set(ids) as Set<RuleId>)].sort() : others(policy),
    }),
  };
}

/** "Dover: Sam Example": whom a team asks first. */
export function serviceManager({ value }: PolicyRow, policy: Policy): Meaning {
  const text = textOf(value);
  const teams = teamsIn(policy);
  // The name of a team may hold a colon itself.
  const cuts = [...text.matchAll(/:/g)].flatMap(({ index }) => {
    const [called, name] = [text.slice(0, index).trim(), text.slice(index + 1).trim()];
    const team = teams.find((one) => [one.name, ...one.aliases].some((known) => fold(known) === fold(called)));
    return team && name !== "" ? [{ team: team.id, name, isExact: team.name === called }] : [];
  });
  const cut = cuts.findLast(({ isExact }) => isExact) ?? cuts[0];
  if (cut) {
    const manager = { team: cut.team, name: cut.name };
    return { apply: (before) => ({ ...before, serviceManagers: [...before.serviceManagers, manager] }) };
  }
  return "The value must be a team of this policy and a name, such as 'Dover: Sam Example'.";
}
