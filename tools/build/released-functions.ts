import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** What a manifest's version stands for: the functions as Excel was told of them with it. `npm run functions` writes it down. */
export interface Released {
  readonly version: string;
  readonly metadata: Metadata;
}

interface Parameter {
  readonly name: string;
  readonly description?: string;
  readonly optional?: boolean;
}

interface Described {
  readonly id: string;
  readonly name: string;
  readonly options?: object;
  readonly result: object;
  readonly parameters: readonly Parameter[];
}

interface Metadata {
  readonly functions: readonly Described[];
}

export const RELEASED_FILE = fileURLToPath(new URL("../../addin/formulas/functions.released.json", import.meta.url));

export const releasedFunctions = (): Released => JSON.parse(readFileSync(RELEASED_FILE, "utf8")) as Released;

/** As it is written down. */
export const asReleased = (version: string, json: string): string =>
  `${JSON.stringify({ version, metadata: JSON.parse(json) as unknown }, null, 2)}\n`;

/** How a manifest's version stands to another, number by number as Excel compares them: above 0 where it is higher. */
function compare(version: string, other: string): number {
  const [numbers = [], others = []] = [version, other].map((one) => one.split(".").map(Number));
  return [0, 1, 2, 3].map((at) => (numbers[at] ?? 0) - (others[at] ?? 0)).find((difference) => difference !== 0) ?? 0;
}

/** What a formula that somebody has saved relies on; help texts are none of it. */
const reliedOn = (one: Parameter): string => JSON.stringify({ ...one, description: undefined });

/** What would go wrong in the workbooks that people keep, of one function, as sentences. */
function brokenOf(before: Described, now: Described | undefined): string[] {
  if (!now) return [`${before.id} is gone, and formulas that people have saved call it.`];
  const kept = before.parameters.every((one, index) => {
    const found = now.parameters[index];
    return found !== undefined && reliedOn(found) === reliedOn(one);
  });
  const added = now.parameters.slice(before.parameters.length);
  const alike = (one: Described): string => JSON.stringify([one.name, one.options, one.result]);
  return [
    ...(kept ? [] : [`The parameters of ${before.id} are others: they are only ever added to, at the end.`]),
    ...added
      .filter(({ optional }) => optional !== true)
      .map(({ name }) => `${name} of ${before.id} must be optional: saved formulas do not give it.`),
    ...(alike(before) === alike(now)
      ? []
      : [
          `${before.id} answers in another way or under another name, and formulas that people have saved count on it.`,
        ]),
  ];
}

/** Why what Excel would be told of the functions cannot go out with a manifest of this version; nothing where it can. */
export function releaseProblems(version: string, json: string, released = releasedFunctions()): readonly string[] {
  const now = JSON.parse(json) as Metadata;
  if (JSON.stringify(now) === JSON.stringify(released.metadata))
    return compare(version, released.version) >= 0
      ? []
      : [`The manifest's version ${version} is below ${released.version}, which is out.`];
  const broken = released.metadata.functions.flatMap((one) =>
    brokenOf(
      one,
      now.functions.find(({ id }) => id === one.id),
    ),
  );
  return compare(version, released.version) > 0
    ? broken
    : [
        ...broken,
        `functions.json is not what Excel was told with version ${released.version}, and Excel keeps that for up to 24 hours unless the manifest's version rises: raise it in tools/sample/add-in.ts, then npm run functions.`,
      ];
}
