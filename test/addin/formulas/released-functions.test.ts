import { describe, expect, test } from "vitest";
import { functionsJson } from "../../../tools/build/functions-json.ts";
import { releaseProblems, releasedFunctions } from "../../../tools/build/released-functions.ts";

interface Parameter {
  name: string;
  description?: string;
  type: string;
  optional?: true;
}
interface Changed {
  functions: { id: string; name: string; options?: object; result: object; parameters: Parameter[] }[];
}

const released = { ...releasedFunctions(), version: "1.0.0.0" };

/** What Excel would be told after a change of one function. */
function changed(id: string, change: (one: Changed["functions"][number]) => void): string {
  const metadata = JSON.parse(functionsJson()) as Changed;
  for (const one of metadata.functions) if (one.id === id) change(one);
  return JSON.stringify(metadata);
}
const problems = (version: string, json: string): readonly string[] => releaseProblems(version, json, released);

const HELP = changed("LEAD", (one) => {
  for (const parameter of one.parameters) parameter.description = "Another help.";
});
const APPENDED = changed("LEAD", ({ parameters }) => {
  parameters.push({ name: "as_of", type: "any", optional: true });
});

describe("functions that are as they went out", () => {
  test.each(["1.0.0.0", "1.0.0", "1.0.0.1", "1.0.10.0", "2.0"])("go out with the version %s", (version) => {
    expect(problems(version, functionsJson())).toEqual([]);
  });

  test("do not go out with a version below", () => {
    expect(problems("0.9.0.0", functionsJson())).toEqual([
      "The manifest's version 0.9.0.0 is below 1.0.0.0, which is out.",
    ]);
  });
});

describe("functions that have changed", () => {
  test.each([
    ["a help text", HELP],
    ["a parameter more", APPENDED],
  ])("by %s go out with a higher version alone", (_what, json) => {
    expect(problems("1.0.0.0", json)).toEqual([expect.stringMatching(/keeps that for up to 24 hours unless .* rises/)]);
    expect(problems("1.0.0", json)).toHaveLength(1);
    expect(problems("0.99.0.0", json)).toHaveLength(1);
    for (const version of ["1.0.0.1", "1.0.0.10", "1.0.1", "2.0.0.0"]) expect(problems(version, json)).toEqual([]);
  });

  test.each<readonly [string, string, RegExp]>([
    [
      "renames a parameter",
      changed("LEAD", ({ parameters: [one] }) => one && (one.name = "child")),
      /^The parameters of LEAD are others/,
    ],
    [
      "puts a parameter before the others",
      changed("CHECK", ({ parameters }) => parameters.unshift({ name: "as_of", type: "any", optional: true })),
      /^The parameters of CHECK are others/,
    ],
    [
      "takes a parameter away",
      changed("CHECK", ({ parameters }) => parameters.pop()),
      /^The parameters of CHECK are others/,
    ],
    [
      "asks for what could be left out",
      changed("CHECK", ({ parameters }) => delete parameters[2]?.optional),
      /^The parameters of CHECK are others/,
    ],
    [
      "adds a parameter that must be given",
      changed("LEAD", ({ parameters }) => parameters.push({ name: "as_of", type: "any" })),
      /^as_of of LEAD must be optional/,
    ],
    [
      "makes a function stream",
      changed("LEAD", (one) => (one.options = { stream: true })),
      /^LEAD answers in another way/,
    ],
    [
      "renames a function",
      changed("LEAD", (one) => (one.name = "LEADER")),
      /^LEAD answers in another way or under another name/,
    ],
    [
      "takes a function away",
      JSON.stringify({ functions: releasedFunctions().metadata.functions.slice(1) }),
      /^ELIGIBLE is gone/,
    ],
  ])("are refused with any version where that %s", (_what, json, sentence) => {
    expect(problems("9.0.0.0", json)).toEqual([expect.stringMatching(sentence)]);
    expect(problems("1.0.0.0", json)).toHaveLength(2);
  });
});
