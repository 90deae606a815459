import type { Finding } from "../../rules/finding.ts";
import type { RuleId } from "../../rules/rule-ids.ts";
import { count } from "../../rules/text.ts";
import type { CheckInputs } from "../checking/check-inputs.ts";
import type { WorkbookList } from "../workbook/workbook.ts";
import { notesBeside } from "./beside-the-row.ts";
import { candidatesFor, type Candidate, type Candidates } from "./candidates.ts";
import { caseSought, type CaseSought } from "./case-sought.ts";
import { findingsForEach } from "./findings.ts";
import { loadsOf, type Load } from "./loads.ts";
import { unreadFor } from "./unread.ts";
import { meaningOf } from "./words.ts";

export type May = "may" | "conditional" | "may-not";

/** Someone on the register, and whether they may lead a case as things stand. */
export interface Option {
  /** What the lead's cell would hold: a name, or a staff number. */
  readonly text: string;
  /** With the staff number where somebody else has the same name. */
  readonly name: string;
  readonly role: string;
  readonly may: May;
  /** Why they may not lead, or what must be so first; empty for those who may. */
  readonly reasons: readonly string[];
  readonly notes: readonly string[];
  /** The rules behind reasons and notes. */
  readonly rules: readonly RuleId[];
  readonly load: Load;
}

export interface Help {
  /** Each group by name: nobody is ranked. */
  readonly groups: Readonly<Record<May, readonly Option[]>>;
  readonly leadsNow: string | undefined;
  /** Whom the list is drawn from, as a sentence. */
  readonly drawnFrom: string;
  /** Rules that could not be asked, as sentences. */
  readonly notChecked: readonly string[];
}

function drawnFrom({ team, ofOtherTeams, confusable }: Candidates): string {
  const who =
    team === undefined
      ? "This row names no team: everyone on the register is listed."
      : `Listed are the people of ${team} on the register, and those whom it puts in no team.`;
  const left = [
    ...(ofOtherTeams > 0 ? [`${count(ofOtherTeams, "person", "people")} of other teams left out.`] : []),
    ...(confusable > 0
      ? [
          `${count(confusable, "entry", "entries")} of the register left out: no name or staff number tells them from others.`,
        ]
      : []),
  ];
  return [who, ...left].join(" ");
}

const unique = <T>(items: readonly T[]): T[] => [...new Set(items)];

/** Who of a case's team may lead it under the rules, why others may not, and what each would lead then; a sentence where nobody can tell. */
export function allocationHelp(list: WorkbookList, inputs: CheckInputs, index: number): Help | string {
  const sought = caseSought(list, inputs, index);
  if (typeof sought === "string") return sought;
  const candidates = candidatesFor(sought);
  const loads = loadsOf(sought, candidates.people, inputs);
  const { findings, notChecked } = findingsForEach(sought, candidates.people, loads, inputs);
  const options = candidates.people.flatMap((candidate, at): Option[] => {
    const load = loads[at];
    return load ? [optionOf(sought, candidate, load, findings[at] ?? [], inputs)] : [];
  });
  const those = (may: May): Option[] => options.filter((option) => option.may === may);
  return {
    groups: { may: those("may"), conditional: those("conditional"), "may-not": those("may-not") },
    leadsNow: sought.leadsNow?.name,
    drawnFrom: drawnFrom(candidates),
    notChecked: notChecked.map(({ line }) => line),
  };
}

function optionOf(
  sought: CaseSought,
  candidate: Candidate,
  load: Load,
  findings: readonly Finding[],
  inputs: CheckInputs,
): Option {
  const meanings = findings.map((finding) => ({ rule: finding.rule, ...meaningOf(finding) }));
  const those = (is: "bars" | "conditional" | "note"): string[] =>
    meanings.filter((one) => one.is === is).map(({ words }) => words);
  const bars = those("bars");
  const conditions = [...those("conditional"), ...unreadFor(sought, candidate, inputs.asOf)];
  const may: May = bars.length > 0 ? "may-not" : conditions.length > 0 ? "conditional" : "may";
  const { person, text } = candidate;
  const beside = may === "may-not" ? [] : notesBeside(candidate, load.siblings, sought.terms, inputs.asOf);
  return {
    text,
    may,
    load,
    name: text === person.name ? text : `${person.name} (${text})`,
    role: person.role?.name ?? "",
    reasons: unique(may === "may-not" ? bars : conditions),
    notes: may === "may-not" ? [] : unique([...those("note"), ...beside.map(({ words }) => words)]),
    rules: unique(
      [...meanings.filter(({ is }) => may !== "may-not" || is === "bars"), ...beside].map(({ rule }) => rule),
    ),
  };
}
