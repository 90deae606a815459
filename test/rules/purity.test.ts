import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { dirname, join, relative, resolve, sep } from "node:path";
import ts from "typescript";
import { describe, expect, test } from "vitest";

const RULES = fileURLToPath(new URL("../../rules/", import.meta.url));
const files = readdirSync(RULES, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));

/** Without comments and the words of messages: those may say "process" or "require". */
const codeOf = (source: string): string =>
  source
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/(^|\s)\/\/.*$/gm, "$1")
    .replace(/"(?:[^"\\\n]|\\.)*"/g, '""')
    .replace(/`(?:[^`\\$]|\\.|\$(?!\{))*`/g, "``");

describe.each(files)("rules/%s", (name) => {
  const source = readFileSync(join(RULES, name), "utf8");

  test("imports nothing from outside rules/", () => {
    for (const { fileName: specifier } of ts.preProcessFile(source, true, true).importedFiles) {
      expect(specifier).toMatch(/^\.\.?\//);
      const target = relative(RULES, resolve(RULES, dirname(name), specifier));
      expect(target.split(sep)[0], specifier).not.toBe("..");
    }
  });

  test("has no clock, no chance and no world", () => {
    const world =
      /\bDate\.now\b|\bnew Date\(\s*\)|\bDate\(\s*\)|\bMath\.random\b|\bprocess\s*\.|\bBuffer\b|\brequire\s*\(|\bfetch\s*\(|\bglobalThis\b|\bconsole\s*\.|\blocalStorage\b|\bIntl\b|toLocale/;
    expect(codeOf(source).match(world)?.[0]).toBeUndefined();
  });
});

test("there are files to read", () => {
  expect(files.length).toBeGreaterThan(50);
});
