import { blank, broken, met, type Example } from "../example.ts";
import { fieldOf, headerOf } from "../fields.ts";
import { keyOf } from "../finding.ts";
import type { Context } from "../context.ts";
import type { Row } from "../row.ts";
import { breach, rule, type RuleFinding } from "../rule.ts";
import { product } from "../sources.ts";
import { STATUS_LIST, statusLabel, type StatusCode } from "../status.ts";
import { isErrorValue, list } from "../text.ts";
import { findUnusable, unusableCells, whereIs, type UnusableCell } from "./unusable-cells.ts";

const says = (cell: UnusableCell): string =>
  `${whereIs(cell)} ${cell.shown === "" ? "holds something" : `says '${cell.shown}',`}`;

/** "(is it CP?)" after what to enter; nothing where nothing is near. */
const perhaps = (nearest: string | undefined): string => (nearest === undefined ? "" : ` (is it ${nearest}?)`);

const noStatus = breach("no-status", {
  severity: "check",
  message: "The case status is blank, so most rules cannot be checked.",
  nextStep: `Enter it (${STATUS_LIST}): whoever keeps the sheet.`,
  fields: ["status"],
});
const unknownStatus = breach<UnusableCell & { nearest: StatusCode | undefined }>("unknown-status", {
  severity: "check",
  message: (cell) =>
    cell.possible === undefined
      ? `${says(cell)} which is no case status, so most rules cannot be checked.`
      : `${says(cell)} which may be ${list(cell.possible.map(statusLabel), "or")}, so most rules cannot be checked.`,
  nextStep: ({ possible, nearest }) =>
    possible === undefined
      ? `Enter ${STATUS_LIST}${perhaps(nearest)}, or have your text added to the policy: whoever keeps the sheet.`
      : `Enter the one that counts, ${list(possible, "or")}: whoever keeps the sheet.`,
});
const unknownRole = breach<UnusableCell & { nearest: string | undefined }>("unknown-role", {
  severity: "check",
  message: (cell) => `${says(cell)} which is no role of the policy.`,
  nextStep: ({ nearest }) =>
    `Enter a role that the policy knows${perhaps(nearest)}, or have it added to the policy: whoever keeps the sheet.`,
});
const roleDiffers = breach<{ lead: string; here: string; there: string }>("role-differs", {
  severity: "check",
  message: ({ lead, here, there }) =>
    `The sheet gives ${lead}'s role as ${here}, the register as ${there}; the register's counts.`,
  nextStep: "Correct whichever is wrong: whoever keeps it.",
  fields: ["leadRole", "lead"],
});
const isPersonCell = ({ field, person }: UnusableCell): boolean =>
  person === undefined && fieldOf(field).kind === "person";

const unreadableValue = breach<UnusableCell>("unreadable-value", {
  severity: "check",
  message(cell) {
    if (isErrorValue(cell.shown)) return `${whereIs(cell)} shows the error ${cell.shown}.`;
    return `${says(cell)} which ${isPersonCell(cell) ? "names nobody" : "cannot be used there"}.`;
  },
  nextStep(cell) {
    if (isErrorValue(cell.shown)) return "Mend the formula, or enter the value: whoever keeps the sheet.";
    return isPersonCell(cell)
      ? "Enter the person's name or staff number: whoever keeps the sheet."
      : "Correct it (1 to 3 or Low, Medium, High; a whole number; yes or no; a service; ids of rules): whoever keeps the sheet.";
  },
});
const unknownTeam = breach<{ text: string; nearest: string | undefined }>("unknown-team", {
  severity: "advice",
  message: ({ text }) => (text === "" ? "The team cannot be read." : `'${text}' is no team of the policy.`),
  nextStep: ({ nearest }) =>
    `Enter the team's name${perhaps(nearest)}, or have it added to the policy: whoever keeps the sheet.`,
  fields: ["team"],
});

/** What LP-04 or LP-05 has said about the same cell is not said again. */
const isSaid = ({ findings }: Row, key: string): boolean => findings.some((finding) => keyOf(finding) === key);

function roleOf(row: Row, { terms }: Context): RuleFinding | undefined {
  const { lead, leadRole } = row;
  if (!leadRole) return undefined;
  if (!leadRole.role) {
    if (isSaid(row, "LP-04/role-unknown")) return undefined;
    return unknownRole.found(
      {
        column: headerOf("leadRole"),
        shown: leadRole.text,
        why: "unknown-role",
        field: "leadRole",
        nearest: terms.nearestRole(leadRole.text),
      },
      { fields: ["leadRole"] },
    );
  }
  const there = lead?.practitioner?.role;
  return lead && there && there !== leadRole.role
    ? roleDiffers.found({ lead: lead.name, here: leadRole.role.name, there: there.name })
    : undefined;
}

function teamOf(row: Row, { crossRow, terms }: Context): RuleFinding | undefined {
  const { team } = row;
  // A policy without teams asks nothing about them.
  if (
    !team ||
    team.known ||
    !terms.hasTeams ||
    !crossRow.isFirstRowOfTeam(team, row.index) ||
    isSaid(row, "LP-05/team-unknown")
  )
    return undefined;
  return unknownTeam.found({ text: team.text, nearest: terms.nearestTeam(team.text) });
}

export const codesAreKnown = rule({
  id: "LP-32",
  title: "Codes are ones the policy knows",
  sources: [product("what a check needs to mean anything")],
  scope: "data",
  statuses: "any",
  lead: "any",
  starts: [],
  answers: [],
  crossRowFacts: ["mentions", "teams"],
  breaches: [noStatus, unknownStatus, unknownRole, roleDiffers, unreadableValue, unknownTeam],
  check(row, context) {
    const isWithoutStatus =
      row.childRef !== undefined && row.status === undefined && context.has("status") && !row.isLost("status");
    const { terms } = context;
    const cells = unusableCells(row, context);
    const withNearest = cells.flatMap((cell) => {
      const at = { fields: [cell.field] };
      if (cell.why === "unknown-status")
        return unknownStatus.found({ ...cell, nearest: terms.nearestStatus(cell.shown) }, at);
      return cell.why === "unknown-role"
        ? unknownRole.found({ ...cell, nearest: terms.nearestRole(cell.shown) }, at)
        : [];
    });
    const others = [isWithoutStatus ? noStatus.found() : undefined, roleOf(row, context), teamOf(row, context)].filter(
      (found) => found !== undefined,
    );
    return [...withNearest, ...findUnusable([unreadableValue], cells), ...others];
  },
});

const sam = (particulars: Record<string, string>) => ({ practitioner: { name: "Sam Assistant", ...particulars } });

export const examples = (): readonly Example[] => [
  met("codes, labels and numbers as people write them", {
    set: {
      status: "c) Child in need plan",
      complexity: "Low",
      restricted: "No",
      mostContact: "Children's Social Care",
    },
  }),
  blank("no-status", "no status", { set: { status: "" } }),
  met("no status and no child ref", { set: { status: "", childRef: "" } }),
  met("the sheet has no status: LP-03 says so", { drop: ["status"] }),
  broken("unknown-status", "a status nobody uses", { set: { status: "banana" } }),
  broken("unknown-status", "a status whose text stayed in the workbook", { set: { status: { unreadable: true } } }),
  broken("unreadable-value", "a complexity of purple", { set: { complexity: "purple" } }),
  broken("unreadable-value", "a count of -1", { set: { agenciesInvited: -1 } }),
  broken("unreadable-value", "a restriction of 'perhaps'", { set: { restricted: "perhaps" } }),
  broken("unreadable-value", "an Excel error where a person should be", { set: { overseer: "#REF!" } }),
  broken("unreadable-value", "an Excel error as a team, which is no team that nobody knows", { set: { team: "#N/A" } }),
  broken("unreadable-value", "an Excel error as a date", { set: { lastSupervision: "#REF!" } }),
  broken("unreadable-value", "an Excel error as a status", { set: { status: "#N/A" } }),
  broken("unreadable-value", "'as above' where a person should be", { set: { overseer: "As above" } }),
  broken("unreadable-value", "a date where a person should be", { set: { cover: 45_579 } }),
  broken("unreadable-value", "'all of them' where rules should be", { set: { accepted: "all of them" } }),
  broken("unknown-status", "two statuses in one cell", { set: { status: "CIN / CP" } }),
  broken("unknown-status", "a status misspelt", { set: { status: "Chidl protection" } }),
  broken("unreadable-value", "a level of the register", sam({ level: "gold" })),
  broken("unreadable-value", "a registration that is 'pending'", sam({ registration: "pending" })),
  broken("unknown-role", "a role of the register", sam({ role: "Wizard" })),
  broken("unknown-role", "a role nobody has, beside a name on the register", { set: { leadRole: "Wizard" } }),
  broken("unknown-role", "a role whose text stayed in the workbook", { set: { leadRole: { unreadable: true } } }),
  met("LP-04 has said that the role is unknown", { set: { lead: "Una Nowhere", leadRole: "Wizard" } }),
  broken("role-differs", "another role beside a name on the register", { set: { leadRole: "Social Worker" } }),
  met("the same role by its short form", { set: { leadRole: "SWA" } }),
  met("the register gives no role", { set: { leadRole: "SWA" }, ...sam({ role: "" }) }),
  met("a role, and nobody leads", { set: { lead: "", leadRole: "SWA" } }),
  broken("unknown-team", "a team nobody knows", { set: { lead: "Kim Socialworker", team: "Atlantis" } }),
  broken("unknown-team", "a team misspelt", { set: { lead: "Kim Socialworker", team: "Thannet" } }),
  broken("unknown-team", "a team whose text stayed in the workbook", {
    set: { lead: "Kim Socialworker", team: { unreadable: true } },
  }),
  met("said once for each text", { set: { lead: "Kim Socialworker", team: "Thanet" }, more: [{ team: "Atlantis" }] }),
  met("LP-05 has said that the team is unknown", { set: { team: "Atlantis" } }),
  met("teams mean nothing to a policy that has none", {
    set: { lead: "Kim Socialworker", team: "Atlantis" },
    policy: { trial: { teams: [] }, otherTeams: [] },
  }),
  met("no team", { set: { team: "", lead: "Kim Socialworker" } }),
];
