import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { FUNCTIONS } from "../../../addin/formulas/functions.ts";
import { functionsJson } from "../../../tools/build/functions-json.ts";
import { asReleased, releasedFunctions } from "../../../tools/build/released-functions.ts";
import { ADD_IN } from "../../../tools/sample/add-in.ts";

const SOURCE = readFileSync(new URL("../../../addin/formulas/functions.ts", import.meta.url), "utf8");
const RELEASED = new URL("../../../addin/formulas/functions.released.json", import.meta.url);

interface Described {
  readonly id: string;
  readonly description: string;
  readonly options?: Readonly<Record<string, boolean>>;
  readonly parameters: readonly {
    readonly name: string;
    readonly description?: string;
    readonly type: string;
    readonly dimensionality: string;
    readonly optional?: true;
  }[];
}
const { functions } = JSON.parse(functionsJson()) as { readonly functions: readonly Described[] };

describe("what Excel is told of the functions", () => {
  test("is what is written down for the manifest's version (npm run functions writes it)", () => {
    expect(asReleased(ADD_IN.version, functionsJson())).toBe(readFileSync(RELEASED, "utf8"));
    expect(releasedFunctions().version).toBe(ADD_IN.version);
  });

  test("asks for nothing that the manifest's requirement sets do not promise: data types come with a later one", () => {
    expect(JSON.parse(functionsJson())).toEqual({ allowErrorForDataTypeAny: true, functions });
    expect(readFileSync(new URL("../../../manifest.xml", import.meta.url), "utf8")).toContain(
      '<Set Name="CustomFunctionsRuntime" MinVersion="1.3"/>',
    );
  });

  test("names the seven functions with the parameters that the contract gives them", () => {
    const signatures = functions.map(
      ({ id, parameters }) =>
        `${id}(${parameters.map(({ name, optional }) => (optional ? `[${name}]` : name)).join(", ")})`,
    );
    expect(signatures).toEqual([
      "ELIGIBLE(status, lead, [team], [allocated_on], [overseer], [as_of])",
      "CHECK(headers, rows, [as_of])",
      "WHY(headers, rows, [as_of])",
      "NEXTSUPERVISION(last_supervision, [allocated_on])",
      "RULE(id, [part])",
      "LEAD(child_ref)",
      "MEASURE(measure, month, [team])",
    ]);
    expect(functions.map(({ id }) => id)).toEqual(Object.keys(FUNCTIONS));
  });

  test("declares every parameter as cells of any kind, with its help", () => {
    for (const { id, description, parameters } of functions) {
      expect(description, id).toMatch(/\.$/);
      for (const { name, type, dimensionality, description: help } of parameters) {
        expect([type, dimensionality], `${id} ${name}`).toEqual(["any", "matrix"]);
        expect(help, `${id} ${name}`).toMatch(/\.$/);
      }
    }
  });

  test("has only the list functions stream, and none of them volatile", () => {
    for (const { id, options } of functions) {
      expect(options, id).toEqual(
        id === "CHECK" || id === "WHY" ? { stream: true, requiresStreamParameterAddresses: true } : undefined,
      );
    }
  });

  test("is refused where the comments cannot be used", () => {
    expect(() => functionsJson(SOURCE.replace("{unknown[][]} status", "{Date} status"))).toThrow(
      /^The functions' comments cannot be used: .*status/,
    );
    expect(() => functionsJson(SOURCE.replace("@customfunction RULE", "@customfunction R!LE"))).toThrow(
      /^The functions' comments cannot be used/,
    );
  });

  test("is refused where a function is described and not associated, or the other way round", () => {
    expect(() => functionsJson(SOURCE.replace("@customfunction RULE", "@customfunction RULES"))).toThrow(
      /^The functions described .* RULES .* are not those associated/,
    );
    expect(() => functionsJson(SOURCE.replace(" * @customfunction LEAD\n", ""))).toThrow(/are not those associated/);
  });
});
