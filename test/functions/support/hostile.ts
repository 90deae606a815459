import fc from "fast-check";

/** Stands in every value that is sent: wherever it turns up again, data has leaked. */
export const MARK = "MARKED";

/** Every run draws the same values: a failure is found again. */
export const runs = (numRuns: number) => ({ numRuns, seed: 20_241_130 });

const ODD_TEXTS = [
  "",
  " ",
  "\u0000",
  "\uD800",
  "=HYPERLINK(1)",
  "@SUM(1)",
  "../../etc",
  "%00",
  "\r\nset-cookie: a=b",
  "<script>",
  "💥",
  "\u202E",
  "2024-11-30",
  "9".repeat(400),
  "$ne",
  "constructor",
];

const marked = (text: string): string => `${MARK}${text}`;
const text = fc.oneof(fc.constantFrom(...ODD_TEXTS), fc.string({ unit: "binary", maxLength: 20 })).map(marked);

/** Keys such as real requests have, and such as nobody should send. */
const key = fc.oneof(
  fc.constantFrom(
    "policy",
    "teams",
    "team",
    "text",
    "theme",
    "month",
    "rows",
    "training",
    "level",
    "email",
    "trial",
    "roles",
    "aliases",
    "id",
    "reason",
  ),
  fc.constantFrom("__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "", "a.b", "[0]"),
);

/** Any JSON value; all of its texts are marked. */
export const anyJson: fc.Arbitrary<unknown> = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    text,
    fc.constantFrom(null, true, false, 0, -0, -1, 1e308, 5e-324, 2 ** 53, 0.1),
    fc.integer(),
    fc.array(tie("value"), { maxLength: 5 }),
    fc.array(fc.tuple(key, tie("value")), { maxLength: 5 }).map((entries) => Object.fromEntries(entries) as unknown),
  ),
})).value;

type Path = readonly (string | number)[];

/** The paths to every value within a value, itself included. */
const pathsOf = (value: unknown, at: Path = []): Path[] => [
  at,
  ...(typeof value === "object" && value !== null
    ? Object.entries(value).flatMap(([name, inner]) => pathsOf(inner, [...at, name]))
    : []),
];

function replaced(value: unknown, [name, ...rest]: Path, by: unknown): unknown {
  if (name === undefined) return by;
  const copy = (Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) }) as Record<string, unknown>;
  copy[name] = replaced(copy[name], rest, by);
  return copy;
}

/** A request as it should be, but for one value of it. */
export const nearly = (right: unknown): fc.Arbitrary<unknown> =>
  fc.tuple(fc.constantFrom(...pathsOf(right)), anyJson).map(([path, odd]) => replaced(right, path, odd));

/** Text that is hardly JSON, or that no parser likes. */
export const oddText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }).map(marked),
  fc.constantFrom(
    `${"[".repeat(5000)}"${MARK}"`,
    `{"a":"${MARK}"`,
    `{"policy":1e999,"text":"${MARK}"}`,
    `\uFEFF{"text":"${MARK}"}`,
    `"${MARK}"`,
    `[${"0,".repeat(9999)}"${MARK}"]`,
    `{"__proto__":{"isAdmin":"${MARK}"}}`,
    `{"text":"${MARK}","text":"${MARK}"}`,
    `{"n":${"9".repeat(5000)}}`,
    `{"text":"\\ud800${MARK}"}`,
    `NaN /*${MARK}*/`,
    `{"policy":${'{"a":'.repeat(19)}"${MARK}"${"}".repeat(19)}}`,
  ),
);

/** The same value with every text in it marked. */
export function markedAll(value: unknown): unknown {
  if (typeof value === "string") return marked(value);
  if (Array.isArray(value)) return value.map(markedAll);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, markedAll(inner)]));
}
