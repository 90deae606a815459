import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { bundle } from "../../tools/build/lambda.ts";
import { sbomOf, type Lock } from "../../tools/release/sbom.ts";

interface Bom {
  readonly serialNumber: string;
  readonly components: readonly {
    readonly "bom-ref": string;
    readonly group?: string;
    readonly name: string;
    readonly version: string;
    readonly scope: string;
    readonly hashes?: readonly { readonly content: string }[];
    readonly licenses?: readonly unknown[];
  }[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
}

const listOf = (packages: Lock["packages"]): Bom =>
  JSON.parse(sbomOf({ name: "ours", version: "1.0.0", packages }, "MIT")) as Bom;
const scopes = ({ components }: Bom): Record<string, string> =>
  Object.fromEntries(components.map((one) => [one["bom-ref"], one.scope]));

const ours = JSON.parse(readFileSync(new URL("../../package-lock.json", import.meta.url), "utf8")) as Lock;
const bom = JSON.parse(sbomOf(ours, "MIT")) as Bom;

describe("the list of packages", () => {
  test("names every package of the lock file once, with its licence, its hash and what it needs", () => {
    const refs = bom.components.map((one) => one["bom-ref"]);
    expect(new Set(refs).size).toBe(refs.length);
    expect(refs.length).toBeGreaterThan(300);
    const required = bom.components.filter(({ scope }) => scope === "required");
    for (const { hashes, licenses } of required) {
      expect(hashes?.[0]?.content).toMatch(/^[\da-f]{128}$/);
      expect(licenses).toHaveLength(1);
    }
    const known = new Set([...refs, "pkg:npm/lead-professional-for-excel@0.1.0"]);
    expect(
      bom.dependencies.every(({ ref, dependsOn }) => known.has(ref) && dependsOn.every((one) => known.has(one))),
    ).toBe(true);
    expect(
      bom.dependencies
        .find(({ ref }) => ref.startsWith("pkg:npm/%40hono/zod-validator@"))
        ?.dependsOn.map((one) => one.replace(/@[\d.]+$/, "")),
    ).toEqual(["pkg:npm/hono", "pkg:npm/zod"]);
  });

  test("counts everything that goes into a function as deployed", async () => {
    const folder = mkdtempSync(join(tmpdir(), "lp-sbom-"));
    const inputs = [
      ...(await bundle("api", join(folder, "api"))),
      ...(await bundle("monthly", join(folder, "monthly"))),
    ];
    const bundled = new Set(inputs.flatMap((file) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1] ?? []));
    const deployed = new Set(
      bom.components
        .filter(({ scope }) => scope === "required")
        .map(({ group, name }) => (group === undefined ? name : `${group}/${name}`)),
    );
    expect([...bundled].filter((name) => !deployed.has(name))).toEqual([]);
    expect(bundled).toContain("hono");
  });

  test("tells what is deployed from what it is only built with, wherever it is installed", () => {
    expect(
      scopes(
        listOf({
          "": { dependencies: { "@one/a": "1.0.0" } },
          "node_modules/@one/a": { version: "1.0.0" },
          "node_modules/b": { version: "2.0.0", dev: true },
          "node_modules/b/node_modules/c": { version: "3.0.0", dev: true },
          "node_modules/@one/a/node_modules/c": { version: "3.0.0" },
          "node_modules/d": { version: "4.0.0", optional: true },
        }),
      ),
    ).toEqual({
      "pkg:npm/%40one/a@1.0.0": "required",
      "pkg:npm/b@2.0.0": "excluded",
      "pkg:npm/c@3.0.0": "required",
      "pkg:npm/d@4.0.0": "optional",
    });
  });

  test("finds what a package needs where Node would: beside it first, then above", () => {
    const { dependencies } = listOf({
      "": { dependencies: { a: "*", c: "*" } },
      "node_modules/a": { version: "1.0.0", dependencies: { b: "*", c: "*" } },
      "node_modules/a/node_modules/c": { version: "2.0.0", dependencies: { b: "*" } },
      "node_modules/b": { version: "1.0.0", dependencies: { c: "*", missing: "*" } },
      "node_modules/c": { version: "1.0.0" },
    });
    expect(
      Object.fromEntries(
        dependencies.map(({ ref, dependsOn }) => [ref.slice(8), dependsOn.map((one) => one.slice(8))]),
      ),
    ).toEqual({
      "ours@1.0.0": ["a@1.0.0", "c@1.0.0"],
      "a@1.0.0": ["b@1.0.0", "c@2.0.0"],
      "c@2.0.0": ["b@1.0.0"],
      "b@1.0.0": ["c@1.0.0"],
      "c@1.0.0": [],
    });
  });

  test("is the same for the same lock file, and another for another", () => {
    expect(sbomOf(ours, "MIT")).toBe(sbomOf(ours, "MIT"));
    expect(listOf({ "": {} }).serialNumber).toMatch(/^urn:uuid:[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);
    expect(listOf({ "": {} }).serialNumber).not.toBe(bom.serialNumber);
  });
});
