import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const read = (path: string): string => readFileSync(join(root, path), "utf8");

describe("a record of a decision", () => {
  const records = readdirSync(join(root, "docs/decisions"))
    .filter((file) => file !== "README.md")
    .sort();

  test.each(records)("%s has its number, date, status, context, and what else was considered", (file) => {
    const [number = ""] = file.split("-");
    expect(number).toBe(String(records.indexOf(file) + 1).padStart(4, "0"));
    expect(read(`docs/decisions/${file}`)).toMatch(
      new RegExp(
        String.raw`^# ${Number(number)}\. .+\n\nDate: \d{4}-\d\d-\d\d\. Status: (?:in force|replaced by \[.+\]\(.+\))\.\n\n` +
          String.raw`## Context\n\n.+\n\n## Decision\n\n[^]+\n\n## What else was considered\n\n[^]+\n$`,
      ),
    );
  });

  test("stands in the list of them under its title", () => {
    const listed = records.map((file) => {
      const [, number, title] = /^# (\d+)\. (.+)$/m.exec(read(`docs/decisions/${file}`)) ?? [];
      return `${number}. [${title}](${file})`;
    });
    const [list = ""] = /(?:^\d+\. .*\n)+/m.exec(read("docs/decisions/README.md")) ?? [];
    expect(list.trim().split("\n")).toEqual(listed);
  });
});

test("every package of package.json has a line that says what it is for", () => {
  const page = read("docs/dependencies.md");
  const { dependencies, devDependencies } = JSON.parse(read("package.json")) as Record<
    "dependencies" | "devDependencies",
    Record<string, string>
  >;
  const named = (name: string): boolean =>
    page.includes(`\`${name}\``) || (name.startsWith("@univerjs/") && page.includes("the `@univerjs` presets"));
  expect(Object.keys({ ...dependencies, ...devDependencies }).filter((name) => !named(name))).toEqual([]);
});

test("the README can be read in one go, and begins with the two commands", () => {
  const lines = read("README.md").trimEnd().split("\n");
  expect(lines.length).toBeLessThan(150);
  expect(lines.slice(3, 5).map((line) => line.split(" ").slice(0, 2).join(" "))).toEqual(["npm start", "npm test"]);
});

test("the version of Node is the same for npm, for a version manager and for whoever reads the README", () => {
  const { engines } = JSON.parse(read("package.json")) as { engines: { node: string } };
  const version = read(".nvmrc").trim();
  expect(engines.node).toBe(`>=${version}`);
  expect(read("README.md")).toContain(`Node ${version} or newer`);
});
