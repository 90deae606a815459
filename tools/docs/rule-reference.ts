import { WITH_EXAMPLES } from "../../rules/catalogue/examples.ts";
import { checkExample } from "../../rules/example-check.ts";
import { EXAMPLE_DAY } from "../../rules/example-row.ts";
import type { Example } from "../../rules/example.ts";
import { headerOf, type FieldId } from "../../rules/fields.ts";
import { REGISTER_FIELDS } from "../../rules/register-fields.ts";
import { SHOWN_AS, type Finding } from "../../rules/finding.ts";
import { textOf, type Cell } from "../../rules/read.ts";
import type { Rule } from "../../rules/rule.ts";
import { list } from "../../rules/text.ts";

const SCOPES: Readonly<Record<Rule["scope"], string>> = {
  trial: "while the policy's scheme is trial",
  local: "always (local terms and practice)",
  guidance: "always (guidance)",
  concern: "always (a concern of 2003)",
  data: "always; cannot be switched off",
};

const cell = (text: string): string => text.replaceAll("|", "\\|").replaceAll("\n", " ");
const columns = (ids: readonly FieldId[]): string => list(ids.map((id) => `'${headerOf(id)}'`));

function appliesTo({ statuses, lead }: Rule): string {
  const named = {
    any: "every row, closed ones too",
    all: "every row that is not closed",
    overseen: "the statuses that the policy has overseen (CIN, ASSESS; where family help is a status of its own, FH)",
    "social-worker-only": "the statuses that the policy keeps for social workers (S47, CP, PP, CLA)",
  };
  const who = {
    any: "",
    named: ", if somebody is named as lead",
    other: ", if the lead is known not to be social work qualified",
    "perhaps-other": ", if the lead is not known to be social work qualified",
  };
  return (typeof statuses === "string" ? named[statuses] : `cases of status ${list(statuses, "or")}`) + who[lead];
}

function columnsOf(rule: Rule): string {
  if (rule.pairs) return rule.pairs.map(([start, answer]) => `'${headerOf(start)}' → '${headerOf(answer)}'`).join("; ");
  const starts = rule.starts.filter((id) => !rule.answers.includes(id));
  if (rule.answers.length === 0) return "none of its own";
  return starts.length === 0 ? columns(rule.answers) : `${columns(starts)} → ${columns(rule.answers)}`;
}

const registerColumns = ({ register = [] }: Rule): string =>
  list(
    register.map((column) => (column === "training" ? "the training courses" : `'${REGISTER_FIELDS[column].header}'`)),
  );

const findingsOf = (rule: Rule, example: Example): Finding[] => {
  const checked = checkExample(example);
  return [...(checked.rows[0]?.findings ?? []), ...checked.sheet].filter((finding) => finding.rule === rule.id);
};

function breachTable(rule: Rule, examples: readonly Example[]): string[] {
  const found = examples.flatMap((example) => findingsOf(rule, example));
  const keys = [...rule.breaches.map(({ key }) => key), ...(rule.must ? ["no-column"] : [])];
  const rows = keys.flatMap((key) => {
    const usual = rule.breaches.find((breach) => breach.key === key)?.words.severity ?? "check";
    const such = found.filter(({ breach }) => breach === key);
    const first = such.find(({ severity }) => severity === usual);
    // By the day, or once something else has happened, the same weighs more or less.
    const shownAs = [...new Set([usual, ...such.map(({ severity }) => severity)])].map((one) => SHOWN_AS[one]);
    return first ? [`| \`${key}\` | ${list(shownAs, "or")} | ${cell(first.message)} | ${cell(first.nextStep)} |`] : [];
  });
  return ["| breach | shown as | for example | next step |", "| --- | --- | --- | --- |", ...rows];
}

const shown = (value: Cell): string =>
  typeof value === "object" && value !== null
    ? "a cell whose text stayed in the workbook"
    : textOf(value) === ""
      ? "blank"
      : textOf(value);

const changes = (set: Readonly<Record<string, unknown>>): string =>
  Object.entries(set)
    .map(([id, value]) => `${headerOf(id as FieldId)}: ${shown(value as Cell)}`)
    .join("; ");

/** What an example changes of the row that breaks nothing. */
function given({
  set = {},
  more = [],
  drop = [],
  asOf = EXAMPLE_DAY,
  policy,
  practitioner,
  unregistered,
  service,
}: Example): string {
  const counted =
    more.length > 3 ? [`${more.length} more rows`] : more.map((row) => `another row (${changes(row) || "the same"})`);
  return [
    changes(set),
    ...counted,
    drop.length > 0 ? `no column ${columns(drop)}` : "",
    asOf === EXAMPLE_DAY ? "" : `checked on ${asOf}`,
    policy ? `policy ${JSON.stringify(policy)}` : "",
    practitioner
      ? `register: ${Object.entries(practitioner)
          .map(([key, value]) =>
            key === "name"
              ? String(value)
              : `${key} ${typeof value === "string" || typeof value === "number" ? shown(value) : JSON.stringify(value)}`,
          )
          .join(", ")}`
      : "",
    unregistered === "all" ? "no register" : unregistered ? `register without ${list(unregistered)}` : "",
    service ? `the service knows ${JSON.stringify(service)}` : "",
  ]
    .filter((part) => part !== "")
    .join("; ");
}

const exampleTable = (examples: readonly Example[]): string[] => [
  "| example | what differs | found |",
  "| --- | --- | --- |",
  ...examples.map(
    (example) =>
      `| ${cell(example.name)} | ${cell(given(example))} | ${example.expect.length === 0 ? "nothing" : example.expect.map((key) => `\`${key}\``).join(", ")} |`,
  ),
];

function ruleSection([rule, examples]: readonly [Rule, readonly Example[]]): string[] {
  const facts: [string, string][] = [
    ["Source", list(rule.sources.map(({ document, place }) => `${document} (${place})`))],
    ["In force", SCOPES[rule.scope]],
    [
      "Applies to",
      rule.checkSheet && rule.isFromService ? "the sheet as a whole, by what the service knows" : appliesTo(rule),
    ],
    ["Columns", columnsOf(rule)],
    [
      "Reads too",
      columns([
        ...(rule.reads ?? []),
        ...(rule.looksAt ?? []),
        ...new Set(rule.breaches.flatMap(({ words }) => [...(words.needs ?? []), ...(words.reads ?? [])])),
      ]),
    ],
    ["Of the register", registerColumns(rule)],
    ["A missing column", rule.must ? "is a finding of its own, `no-column`" : ""],
  ];
  return [
    `## ${rule.id} ${rule.title}`,
    "",
    ...facts.filter(([, text]) => text !== "").map(([name, text]) => `- **${name}:** ${text}`),
    "",
    ...breachTable(rule, examples),
    "",
    ...exampleTable(examples),
    "",
  ];
}

/** The rule reference that a practitioner can review without reading code. */
export function ruleReference(): string {
  return [
    "# The rules",
    "",
    "What Lead Professional for Excel checks on each row of an allocation sheet, why, and what it says.",
    "This page is generated from the rules themselves (`npm run docs`); the examples below are their tests.",
    "",
    'A row\'s verdict is its worst finding: **Not eligible** (something that must hold does not), **Action needed** (a duty is overdue, missing or done by the wrong person), **Check** (the sheet does not say, or a manager has to decide), **Advice** (good practice, never a breach), or **Clear**. "Clear" means that no rule was broken on the data given; it does not mean that a child is safe.',
    "",
    "An arrow leads from the columns that start a rule to those that answer it. A sheet without one of them leaves the rule unchecked, and says so. Each example changes a row that breaks nothing, checked on 30 November 2024 with the policy *Kent trial 2024*; its people are invented.",
    "",
    'The sources: *Kent letter 2024* is Kent County Council, "Lead Professional", letter to staff, autumn 2024. *Working Together 2023* is the statutory guidance for England of December 2023, replaced by a 2026 edition that no rule here claims to state. *Families First 2025* is the Families First Partnership programme guide of March 2025. *Council procedures* are what English councils publish of their own practice, and *Council policy* is what a council\'s own policy settles. *Community Care 2003* is "Who\'s in charge here?", Community Care, 23 October 2003: what practitioners, unions and charities said a lead professional needs.',
    "",
    ...WITH_EXAMPLES.flatMap(ruleSection),
  ].join("\n");
}
