import { CATALOGUE } from "../../rules/catalogue/index.ts";
import type { Rule } from "../../rules/rule.ts";
import { foldName } from "../../rules/text.ts";
import type { PlacedFinding } from "../checking/finding-places.ts";

export const GROUPINGS = { row: "Row", rule: "Rule", person: "Person" } as const;
export type GroupBy = keyof typeof GROUPINGS;

/** Findings that belong together; worst first among themselves. */
export interface Group {
  readonly key: string;
  readonly title: string;
  /** The row that all of them are about, where they are about one. */
  readonly index: number | undefined;
  readonly findings: readonly PlacedFinding[];
}

const RULES = new Map(CATALOGUE.map((rule): [string, Rule] => [rule.id, rule]));
export const ruleOf = (id: string): Rule | undefined => RULES.get(id);

export const WHOLE_SHEET = "The sheet as a whole";

export const rowTitle = (rowNumber: number | undefined, childRef: string): string =>
  `Row ${rowNumber ?? ""}${childRef === "" ? "" : `, ${childRef}`}`;

type GroupHeading = Pick<Group, "key" | "title">;

function nameOf(by: GroupBy, { finding, index, rowNumber, childRef, lead }: PlacedFinding): GroupHeading {
  if (by === "rule") return { key: finding.rule, title: `${finding.rule} ${ruleOf(finding.rule)?.title ?? ""}` };
  if (index === undefined) return { key: "sheet", title: WHOLE_SHEET };
  if (by === "row") return { key: `row ${rowNumber ?? index}`, title: rowTitle(rowNumber, childRef) };
  return lead === "" ? { key: "nobody", title: "No lead named" } : { key: `person ${foldName(lead)}`, title: lead };
}

const ACCEPTED = "Accepted";

/** Groups in the order of their worst finding; people by name alone, so that the list ranks nobody. What is accepted comes last, whatever the order. */
export function grouped(findings: readonly PlacedFinding[], by: GroupBy): Group[] {
  const groups = new Map<string, Group & { readonly findings: PlacedFinding[] }>();
  for (const placed of findings.filter(({ finding }) => !finding.accepted)) {
    const { key, title } = nameOf(by, placed);
    const known = groups.get(key);
    if (known) known.findings.push(placed);
    else groups.set(key, { key, title, index: by === "row" ? placed.index : undefined, findings: [placed] });
  }
  const all = [...groups.values()];
  if (by === "person") all.sort((a, b) => a.title.localeCompare(b.title, "en-GB"));
  const accepted = findings.filter(({ finding }) => finding.accepted);
  return accepted.length === 0
    ? all
    : [...all, { key: "accepted", title: ACCEPTED, index: undefined, findings: accepted }];
}
