import type { ServiceFacts } from "../../../rules/check.ts";

type Leads = NonNullable<ServiceFacts["leads"]>;

const merged = <T>(records: readonly Readonly<Record<string, T>>[], choose: (a: T, b: T) => T): Record<string, T> => {
  const all = new Map<string, T>();
  for (const record of records) {
    for (const [key, value] of Object.entries(record)) {
      const before = all.get(key);
      all.set(key, before === undefined ? value : choose(before, value));
    }
  }
  return Object.fromEntries([...all].sort(([a], [b]) => (a < b ? -1 : 1)));
};

const newer = (a: Leads[string], b: Leads[string]): Leads[string] => {
  const key = ({ listOf, team, lead }: Leads[string]): string => `${listOf} ${team} ${lead}`;
  return key(a) >= key(b) ? a : b;
};

/**
 * The facts of several lists as one, the same whatever order they come in: otherwise two lists that contradict each
 * other would have each other checked for ever. Of two counts of a lead the smaller one holds: the larger has
 * children in it who are on another list of this workbook.
 */
export function mergedFacts(facts: readonly ServiceFacts[]): ServiceFacts | undefined {
  if (facts.length === 0) return undefined;
  const returns = merged(
    facts.map(({ returns = [] }) => Object.fromEntries(returns.map((one) => [one.team, one]))),
    (a) => a,
  );
  return {
    leads: merged(
      facts.map(({ leads }) => leads ?? {}),
      newer,
    ),
    cases: merged(
      facts.map(({ cases }) => cases ?? {}),
      Math.min,
    ),
    returns: Object.values(returns),
  };
}

export const isSameFacts = (a: ServiceFacts | undefined, b: ServiceFacts | undefined): boolean =>
  JSON.stringify(a) === JSON.stringify(b);
