import { LogicEngine } from "json-logic-engine";
import { HOW, WHO, type Verdicts } from "./breach-bits.ts";
import { howDecisions, whoDecisions, type Chain, type Condition, type Group } from "./decisions.ts";
import { eachRowsFacts, type Facts } from "./facts.ts";
import type { InventedSheet } from "./invented-sheet.ts";

type Logic = number | { readonly [operator: string]: unknown };

const OPERATORS = { "=": "===", "!=": "!==", "<": "<", ">=": ">=" } as const;

function logicOf(condition: Condition): Logic {
  if ("all" in condition) return { and: condition.all.map(logicOf) };
  if ("any" in condition) return { or: condition.any.map(logicOf) };
  if ("among" in condition) return { in: [{ var: condition.fact }, condition.among] };
  return { [OPERATORS[condition.is]]: [{ var: condition.fact }, condition.than] };
}

const chainOf = (chain: Chain, bits: Readonly<Record<string, number>>): Logic => ({
  if: [...chain.flatMap(([key, when]) => [logicOf(when), bits[key] ?? 0]), 0],
});

/** A word of the verdict as one expression: groups that do not apply cost one condition. */
const wordOf = (groups: readonly Group[], bits: Readonly<Record<string, number>>): Logic => ({
  "+": groups.map(({ when, chains }) => ({
    if: [logicOf(when), { "+": chains.map((chain) => chainOf(chain, bits)) }, 0],
  })),
});

const engine = new LogicEngine();
const compile = (logic: Logic): ((facts: Facts) => number) => engine.build(logic) as (facts: Facts) => number;

/** The subset by json-logic-engine: two expressions, compiled once. */
export function jsonLogic(asOf: number): (invented: InventedSheet) => Verdicts {
  const who = compile(wordOf(whoDecisions(asOf), WHO));
  const how = compile(wordOf(howDecisions(asOf), HOW));
  return (invented) => {
    const verdicts = new Uint32Array(invented.sheet.rows.length * 2);
    eachRowsFacts(invented, (facts, row) => {
      verdicts[row * 2] = who(facts);
      verdicts[row * 2 + 1] = how(facts);
    });
    return verdicts;
  };
}
