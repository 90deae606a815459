import { Engine, type NestedCondition, type RuleProperties, type TopLevelCondition } from "json-rules-engine";
import { HOW, WHO, type Verdicts } from "./breach-bits.ts";
import { howDecisions, whoDecisions, type Condition, type Group } from "./decisions.ts";
import { eachRowsFacts, type Facts } from "./facts.ts";
import type { InventedSheet } from "./invented-sheet.ts";

const OPERATORS = { "=": "equal", "!=": "notEqual", "<": "lessThan", ">=": "greaterThanInclusive" } as const;

function conditionOf(condition: Condition): NestedCondition {
  if ("all" in condition) return { all: condition.all.map(conditionOf) };
  if ("any" in condition) return { any: condition.any.map(conditionOf) };
  if ("among" in condition) return { fact: condition.fact, operator: "in", value: condition.among };
  return { fact: condition.fact, operator: OPERATORS[condition.is], value: condition.than };
}

/** A rule for each breach; it has no "else", so a later breach of a chain says that the earlier ones do not hold. */
const rulesOf = (groups: readonly Group[], word: number, bits: Readonly<Record<string, number>>): RuleProperties[] =>
  groups.flatMap(({ when, chains }) =>
    chains.flatMap((chain) =>
      chain.map(([key, own], place) => {
        const earlier = chain.slice(0, place).map(([, other]): NestedCondition => ({ not: conditionOf(other) }));
        const conditions: TopLevelCondition = { all: [conditionOf(when), conditionOf(own), ...earlier] };
        return { conditions, event: { type: key, params: { word, bit: bits[key] ?? 0 } } };
      }),
    ),
  );

/** The subset by json-rules-engine: one engine, its rules made once, run for row after row. */
export function jsonRules(asOf: number): (invented: InventedSheet) => Promise<Verdicts> {
  const engine = new Engine([...rulesOf(whoDecisions(asOf), 0, WHO), ...rulesOf(howDecisions(asOf), 1, HOW)]);
  return async (invented) => {
    const verdicts = new Uint32Array(invented.sheet.rows.length * 2);
    const rows: (readonly [row: number, facts: Facts])[] = [];
    eachRowsFacts(invented, (facts, row) => rows.push([row, facts]));
    for (const [row, facts] of rows) {
      const { events } = await engine.run({ ...facts });
      for (const { params } of events) {
        const at = row * 2 + Number(params?.["word"]);
        verdicts[at] = (verdicts[at] ?? 0) | Number(params?.["bit"]);
      }
    }
    return verdicts;
  };
}
