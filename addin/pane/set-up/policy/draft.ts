import { teamsIn, type Policy, type RoleKind } from "../../../../rules/policy.ts";
import { intervalCell } from "../../../../rules/policy-table/lists.ts";
import { namesCell } from "../../../../rules/policy-table/names.ts";
import { isUnnamed, type WrittenRow } from "../../../../rules/policy-table/policy-rows.ts";
import { readPolicyTable, type PolicyTableRead } from "../../../../rules/policy-table/read-policy-table.ts";
import { SINGLE_VALUES, valueFrom, valueIn, type SingleValue } from "../../../../rules/policy-table/single-values.ts";
import { teamIdFor } from "../../../../rules/policy-table/team-id.ts";
import { kindCell } from "../../../../rules/policy-table/teams-and-roles.ts";
import { SETTING, WHOLE_LISTS } from "../../../../rules/policy-table/words.ts";
import type { RuleId } from "../../../../rules/rule-ids.ts";
import type { StatusCode } from "../../../../rules/status.ts";

/** Something of a policy that is named; other names one a line. Its key stays with it while others come and go. */
export interface NamedLine {
  readonly key: number;
  readonly name: string;
  readonly others: string;
}
export interface TeamLine extends NamedLine {
  /** "" for a new one: its id is made of its name. */
  readonly id: string;
  readonly isTrial: boolean;
}
export interface RoleLine extends NamedLine {
  /** "" until it is chosen: what a role may hold is never guessed. */
  readonly kind: RoleKind | "";
  readonly isTimetabled: boolean;
  readonly isNew: boolean;
}
export interface StatusLine {
  readonly key: number;
  readonly code: StatusCode | "";
  readonly others: string;
}
export interface CourseLine {
  readonly key: number;
  readonly name: string;
  readonly from: string;
}
export interface ManagerLine {
  readonly key: number;
  readonly team: string;
  readonly name: string;
}

/** The council's own policy while it is edited: as it is typed. */
export interface PolicyDraft {
  readonly basedOn: Policy;
  /** By the path of the setting. */
  readonly singles: Readonly<Record<string, string>>;
  readonly every: string;
  readonly overseen: readonly StatusCode[];
  readonly socialWorkerOnly: readonly StatusCode[];
  readonly rulesOff: readonly RuleId[];
  readonly teams: readonly TeamLine[];
  readonly roles: readonly RoleLine[];
  readonly statuses: readonly StatusLine[];
  readonly courses: readonly CourseLine[];
  readonly managers: readonly ManagerLine[];
}

const typed = (value: string | number | boolean | undefined): string =>
  typeof value === "boolean" ? (value ? "yes" : "no") : String(value ?? "");

export function draftOf(policy: Policy, basedOn: Policy): PolicyDraft {
  const teamName = new Map(teamsIn(policy).map(({ id, name }) => [id, name]));
  const trial = new Set(policy.trial.teams);
  return {
    basedOn,
    singles: Object.fromEntries(SINGLE_VALUES.map((single) => [single.path, typed(valueIn(policy, single))])),
    every: intervalCell(policy.supervision.every),
    overseen: policy.overseen,
    socialWorkerOnly: policy.socialWorkerOnly,
    rulesOff: policy.rulesOff,
    teams: teamsIn(policy).map((team, key) => ({
      key,
      id: team.id,
      name: team.name,
      others: team.aliases.join("\n"),
      isTrial: trial.has(team),
    })),
    roles: policy.roles.map(({ name, kind, aliases, timetabled, newlyQualified }, key) => ({
      key,
      name,
      kind,
      others: aliases.join("\n"),
      isTimetabled: timetabled === true,
      isNew: newlyQualified === true,
    })),
    statuses: policy.statuses.map(({ code, aliases }, key) => ({ key, code, others: aliases.join("\n") })),
    courses: policy.courses.map(({ name, from }, key) => ({ key, name, from })),
    managers: policy.serviceManagers.map(({ team, name }, key) => ({ key, name, team: teamName.get(team) ?? team })),
  };
}

/** A row with the part of the form that it is made of, such as "roles 3". */
export interface DraftRow {
  readonly at: string;
  readonly row: WrittenRow;
}

const linesIn = (text: string): string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

function singleRow(single: SingleValue, text: string): DraftRow[] {
  if (text.trim() === "" && single.path.startsWith("caseWeights.")) return [];
  const found = valueFrom(text, single, false);
  const isNumber = single.kind === "number" && "value" in found;
  const value = isNumber ? Number(found.value) : single.kind === "family-help" ? text.replace("-", " ") : text.trim();
  return [{ at: single.path, row: [single.word, value, ""] }];
}

const row = (at: string, setting: string, value: string, alsoCalled = ""): DraftRow => ({
  at,
  row: [setting, value, alsoCalled],
});
const codesCell = (codes: readonly string[]): string => (codes.length === 0 ? "none" : codes.join(", "));

/** Every row that a draft makes. */
export function draftRows(draft: PolicyDraft): readonly DraftRow[] {
  const { basedOn, singles } = draft;
  const { rulesOff: usuallyOff } = basedOn;
  return [
    row("basedOn", SETTING.basedOn, basedOn.title),
    ...SINGLE_VALUES.flatMap((single) =>
      isUnnamed(single.path, singles[single.path] ?? "", basedOn) ? [] : singleRow(single, singles[single.path] ?? ""),
    ),
    row("every", SETTING.supervision, draft.every),
    row("overseen", SETTING.overseen, codesCell(draft.overseen)),
    row("socialWorkerOnly", SETTING.socialWorkerOnly, codesCell(draft.socialWorkerOnly)),
    ...draft.rulesOff.map((id) => row(`rule ${id}`, SETTING.ruleOff, id)),
    ...usuallyOff.filter((id) => !draft.rulesOff.includes(id)).map((id) => row(`rule ${id}`, SETTING.ruleOn, id)),
    ...WHOLE_LISTS.map((list) => row("whole", SETTING.onlyThese, list)),
    ...draft.teams.flatMap(({ key, id, name, others, isTrial }) => [
      row(`teams ${key}`, isTrial ? SETTING.trialTeam : SETTING.team, name, namesCell(linesIn(others))),
      ...(id === "" || id === teamIdFor(name) ? [] : [row(`teams ${key}`, SETTING.teamId, id, name)]),
    ]),
    ...draft.managers.map(({ key, team, name }) => row(`managers ${key}`, SETTING.serviceManager, `${team}: ${name}`)),
    ...draft.statuses.map(({ key, code, others }) =>
      row(`statuses ${key}`, SETTING.status, code, namesCell(linesIn(others))),
    ),
    ...draft.courses.map(({ key, name, from }) => row(`courses ${key}`, SETTING.course, from, name)),
    ...draft.roles.map(({ key, kind, name, others, isTimetabled, isNew }) =>
      row(
        `roles ${key}`,
        SETTING.role,
        kind === "" ? "" : kindCell({ name, aliases: [], kind, timetabled: isTimetabled, newlyQualified: isNew }),
        namesCell([name, ...linesIn(others)]),
      ),
    ),
  ];
}

/** What a draft comes to, by the same reading as the table: a reason for each part that cannot be used. */
export function checkedDraft(draft: PolicyDraft): {
  readonly read: PolicyTableRead;
  readonly reasons: ReadonlyMap<string, string>;
  readonly remarks: ReadonlyMap<string, string>;
} {
  const rows = draftRows(draft);
  const read = readPolicyTable(
    rows.map(({ row: [setting, value, alsoCalled] }, at) => ({ row: at, setting, value, alsoCalled })),
    { usual: draft.basedOn },
  );
  const byPart = (notes: PolicyTableRead["unusable"]): ReadonlyMap<string, string> =>
    new Map(notes.map(({ row: at, reason }) => [rows[at]?.at ?? "", inTheForm(reason)] as const));
  return { read, reasons: byPart(read.unusable), remarks: byPart(read.remarks) };
}

/** A reason without what only the table has: its columns and the numbers of its rows. */
const inTheForm = (reason: string): string =>
  reason
    .replace(/ under '(Value|Also called)'/g, "")
    .replace(/^Row \d+ has/, "Another line has")
    .replace(/^Row \d+ says/, "Another line says")
    .replace("Without this row", "Without this line");
