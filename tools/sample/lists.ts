import { quotedSheet } from "../../xlsx/writing/rules-of-excel.ts";
import { columnName } from "../../xlsx/addresses.ts";
import type { NameModel } from "../../xlsx/writing/model.ts";
import type { Kind } from "../../rules/fields.ts";
import { kentTrial2024 } from "../../rules/policies/index.ts";
import { SERVICES } from "../../rules/read.ts";
import { STATUS_CODES, statusLabel } from "../../rules/status.ts";
import { termsOf } from "../../rules/terms.ts";
import { HEADER_ROW } from "./columns.ts";
import { VERDICTS } from "./look.ts";
import { NOTES } from "./notes.ts";
import { STAFF } from "./staff.ts";

export const LISTS_SHEET = "Lists";
export const STAFF_SHEET = "Staff";
/** The row of the lists' headers on their sheet, counted from 0: under three headings, two blank rows, the notes and the verdicts. */
export const LISTS_ROW = 5 + NOTES.length + VERDICTS.length;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

interface List {
  readonly name: string;
  readonly header: string;
  readonly items: readonly (string | number)[];
  readonly width: number;
}

/** The statuses that the sample's policy keeps apart: it counts family help as early help. */
const STATUSES = STATUS_CODES.filter((code) => termsOf(kentTrial2024).statuses(code)[0] === code);

/** The lists side by side, as they stand on their sheet. */
export const LISTS: readonly List[] = [
  { name: "StatusList", header: "Case status", items: STATUSES.map((code) => capital(statusLabel(code))), width: 20 },
  { name: "StatusCodes", header: "Short form", items: STATUSES, width: 12 },
  { name: "RoleList", header: "Role", items: kentTrial2024.roles.map(({ name }) => name), width: 30 },
  {
    name: "TeamList",
    header: "Team",
    items: [...kentTrial2024.trial.teams, ...kentTrial2024.otherTeams].map(({ name }) => name),
    width: 26,
  },
  { name: "ServiceList", header: "Service", items: SERVICES.map(capital), width: 14 },
  { name: "ComplexityList", header: "Complexity", items: [1, 2, 3], width: 12 },
  { name: "YesNoList", header: "Yes or no", items: ["Yes", "No"], width: 12 },
];

const PEOPLE_LIST = "PractitionerList";

/** The list that each kind of cell chooses from. */
export const LIST_OF: Partial<Readonly<Record<Kind, string>>> = {
  status: "StatusList",
  role: "RoleList",
  team: "TeamList",
  service: "ServiceList",
  complexity: "ComplexityList",
  "yes-no": "YesNoList",
  filled: "YesNoList",
  person: PEOPLE_LIST,
};

function listName(name: string, sheet: string, column: number, headerRow: number, count: number): NameModel {
  const letters = columnName(column);
  return { name, formula: `${quotedSheet(sheet)}!$${letters}$${headerRow + 2}:$${letters}$${headerRow + 1 + count}` };
}

/** Names for the lists; the practitioners' is the first column of their table, with which Excel lets it grow. */
export const LIST_NAMES: readonly NameModel[] = [
  ...LISTS.map(({ name, items }, column) => listName(name, LISTS_SHEET, column, LISTS_ROW, items.length)),
  listName(PEOPLE_LIST, STAFF_SHEET, 0, HEADER_ROW, STAFF.length),
];
