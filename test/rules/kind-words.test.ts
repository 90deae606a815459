import { expect, test } from "vitest";
import { WITH_EXAMPLES } from "../../rules/catalogue/examples.ts";
import { checkExample } from "../../rules/example-check.ts";

const sentences = [
  ...new Set(
    WITH_EXAMPLES.flatMap(([, examples]) => examples)
      .map(checkExample)
      .flatMap(({ rows, sheet }) => [...rows.flatMap((row) => row?.findings ?? []), ...sheet])
      .flatMap(({ message, nextStep }) => [message, nextStep]),
  ),
];

test("no finding says of anybody what they are not, or have failed to do", () => {
  const unkind =
    /\b(is|was|are|were) (not|no) (a |an )?(registered |qualified )?(social worker|social work qualified)|unqualified|unregistered|fail|neglect(?!')|refus|incompeten|\bbad\b|never (supervised|trained)/i;
  // A missing column names the rule by its title, which is nobody's.
  const said = sentences.filter((sentence) => !sentence.includes("nobody can tell whether this holds"));
  expect(said.filter((sentence) => unkind.test(sentence))).toEqual([]);
});

test("every next step says who takes it", () => {
  const who =
    /: (the [a-z]|whoever|anyone in the team|a social-work-qualified|your IT team|[A-Z]\. ?\w+|[A-Z]\w+ [A-Z]\w+\.$)/;
  const steps = WITH_EXAMPLES.flatMap(([rule, examples]) =>
    examples.flatMap((example) => {
      const { rows, sheet } = checkExample(example);
      return [...rows.flatMap((row) => row?.findings ?? []), ...sheet].filter((one) => one.rule === rule.id);
    }),
  ).map(({ nextStep }) => nextStep);
  expect([...new Set(steps)].filter((step) => !who.test(step) && !/the Service Manager/.test(step))).toEqual([]);
});

test("no sentence shouts", () => {
  expect(sentences.filter((sentence) => sentence.replace(/#\w+!/g, "").includes("!"))).toEqual([]);
});
