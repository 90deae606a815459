import { ZenDecisionContent, ZenEngine } from "@gorules/zen-engine";
import { HOW, WHO, type Verdicts } from "./breach-bits.ts";
import { howDecisions, whoDecisions, type Chain, type Condition, type Group } from "./decisions.ts";
import { eachRowsFacts, type Facts } from "./facts.ts";
import type { InventedSheet } from "./invented-sheet.ts";

const OPERATORS = { "=": "==", "!=": "!=", "<": "<", ">=": ">=" } as const;

function zenOf(condition: Condition): string {
  if ("all" in condition) return `(${condition.all.map(zenOf).join(" and ")})`;
  if ("any" in condition) return `(${condition.any.map(zenOf).join(" or ")})`;
  if ("among" in condition) return `(${condition.fact} in ${JSON.stringify(condition.among)})`;
  return `(${condition.fact} ${OPERATORS[condition.is]} ${JSON.stringify(condition.than)})`;
}

const chainOf = (chain: Chain, bits: Readonly<Record<string, number>>): string =>
  `(${chain.map(([key, when]) => `${zenOf(when)} ? ${bits[key] ?? 0} : `).join("")}0)`;

const wordOf = (groups: readonly Group[], bits: Readonly<Record<string, number>>): string =>
  groups
    .map(({ when, chains }) => `(${zenOf(when)} ? ${chains.map((chain) => chainOf(chain, bits)).join(" + ")} : 0)`)
    .join(" + ");

/** One node that works out both words for every row of a batch: the fewest crossings into native code. */
const graphOf = (who: string, how: string) => ({
  nodes: [
    { id: "in", name: "in", type: "inputNode", content: {} },
    {
      id: "rules",
      name: "rules",
      type: "expressionNode",
      content: {
        expressions: [
          { id: "who", key: "who", value: who },
          { id: "how", key: "how", value: how },
        ],
        passThrough: false,
        executionMode: "loop",
        inputField: "rows",
        outputPath: "rows",
      },
    },
    { id: "out", name: "out", type: "outputNode", content: {} },
  ],
  edges: [
    { id: "1", sourceId: "in", targetId: "rules" },
    { id: "2", sourceId: "rules", targetId: "out" },
  ],
});

/** Rows handed over at once; from 16 to 256 it makes little difference, above it gets slower. */
const BATCH = 256;

interface Answer {
  readonly rows: readonly { readonly who: number; readonly how: number }[];
}

/** The subset by GoRules' zen-engine: one precompiled decision, evaluated in its loop mode. */
export function zen(asOf: number): (invented: InventedSheet) => Promise<Verdicts> {
  const content = new ZenDecisionContent(graphOf(wordOf(whoDecisions(asOf), WHO), wordOf(howDecisions(asOf), HOW)));
  const decision = new ZenEngine().createDecision(content);
  return async (invented) => {
    const verdicts = new Uint32Array(invented.sheet.rows.length * 2);
    const rows: number[] = [];
    const facts: Facts[] = [];
    eachRowsFacts(invented, (fact, row) => {
      rows.push(row);
      facts.push(fact);
    });
    for (let from = 0; from < rows.length; from += BATCH) {
      const { result } = (await decision.evaluate({ rows: facts.slice(from, from + BATCH) })) as { result: Answer };
      result.rows.forEach(({ who, how }, index) => {
        verdicts.set([who, how], (rows[from + index] ?? 0) * 2);
      });
    }
    return verdicts;
  };
}
