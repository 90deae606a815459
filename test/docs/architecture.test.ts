import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { ARROWS, inside, ROOMS } from "../../rooms.js";
import { arrowsIn, importsOf } from "./imports.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const page = readFileSync(join(root, "docs/architecture.md"), "utf8");

/** Rooms that may use every other, or all but one: which of them they use today says nothing. */
const OPEN_TO_ALL = ["tools", "test"];
const shown = (from: string, to: string, isTypeOnly: boolean): string => `${from} ${isTypeOnly ? "-.->" : "-->"} ${to}`;
const all = arrowsIn(root);
const inCode = all
  .filter(({ from }) => !OPEN_TO_ALL.includes(from))
  .map(({ from, to, isTypeOnly }) => shown(from, to, isTypeOnly))
  .sort();

/** The rows of the page's table: room, what it imports, of what it takes types. */
const table = page.split("\n").flatMap((line) => {
  const [, room, , imports = "", types = ""] = line.split(/(?<!\\)\|/).map((cell) => cell.trim());
  const named = (cell: string): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name);
  const [name] = named(room ?? "");
  return name === undefined ? [] : [{ room: name, imports, to: named(imports), types: named(types) }];
});

describe("the arrows between rooms", () => {
  test("in rooms.js are those that the code has", () => {
    const listed = ARROWS.filter(({ room }) => !OPEN_TO_ALL.includes(room)).flatMap(({ room, to, types = [] }) => [
      ...to.map((other) => shown(room, other, false)),
      ...types.map((other) => shown(room, other, true)),
    ]);
    expect(listed.sort()).toEqual(inCode);
  });

  test("in the table of docs/architecture.md are those that the code has, and every room has its row", () => {
    const listed = table
      .filter(({ room }) => !OPEN_TO_ALL.includes(room))
      .flatMap(({ room, to, types }) => [
        ...to.map((other) => shown(room, other, false)),
        ...types.map((other) => shown(room, other, true)),
      ]);
    expect(listed.sort()).toEqual(inCode);
    expect(table.map(({ room }) => room)).toEqual(ARROWS.map(({ room }) => room));
  });

  test("in the picture of docs/architecture.md are those that the code has", () => {
    const [, picture = ""] = /^```mermaid\n([\s\S]*?)^```/m.exec(page) ?? [];
    expect([...picture.matchAll(/^ +(\S+ -\.?->? ?\S*.*)$/gm)].map(([, arrow = ""]) => arrow).sort()).toEqual(inCode);
  });

  test("never run from a product to the tools or the tests, nor from the tools to the tests", () => {
    expect(all.filter(({ from, to }) => to === "test" || (to === "tools" && from !== "test"))).toEqual([]);
    expect(table.find(({ room }) => room === "tools")?.imports).toBe("every room but `test`");
    expect(table.find(({ room }) => room === "test")?.imports).toBe("every room");
  });

  test("never run in a circle", () => {
    const reaches = (from: string, seen: readonly string[] = []): readonly string[] =>
      seen.includes(from)
        ? [...seen, from]
        : all.filter((arrow) => arrow.from === from).flatMap(({ to }) => reaches(to, [...seen, from]));
    const inCircles = ARROWS.filter(({ room }) => reaches(room).filter((other) => other === room).length > 1);
    expect(inCircles.map(({ room }) => room)).toEqual([]);
  });

  test("within addin/ follow the order that the page gives", () => {
    const folders = inside.map(({ files }) => `\`${files.replace("addin/", "")}\``);
    expect(page).toContain(`from those before it alone: ${[...folders, "`pane`"].join(", ")}.`);
  });

  test("are between rooms that are there", () => {
    const top = new Set(ARROWS.map(({ room }) => room.split("/")[0]));
    expect([...top].sort()).toEqual([...ROOMS].sort());
  });
});

test("an import is found wherever it stands, and whether it takes types alone", () => {
  const found = importsOf(
    "one.ts",
    [
      'import a, { type B } from "./code.ts";',
      'import type { C } from "./type.ts";',
      'import { type D, type E } from "./types.ts";',
      'import "./effect.ts";',
      'export { f } from "./passed-on.ts";',
      'export type { G } from "./type-passed-on.ts";',
      'const h = await import("./later.ts");',
      'type I = import("./of-type.ts").I;',
      'import { j } from "a-package";',
      "const k = 'import \"./text.ts\"';",
    ].join("\n"),
  );
  expect(found.filter(({ isTypeOnly }) => !isTypeOnly).map(({ specifier }) => specifier)).toEqual([
    "./code.ts",
    "./effect.ts",
    "./passed-on.ts",
    "./later.ts",
  ]);
  expect(found.filter(({ isTypeOnly }) => isTypeOnly).map(({ specifier }) => specifier)).toEqual([
    "./type.ts",
    "./types.ts",
    "./type-passed-on.ts",
    "./of-type.ts",
  ]);
  expect(importsOf("one.css", '@import "./a.css";\n@import "a-package/b.css";')).toEqual([
    { specifier: "./a.css", isTypeOnly: false },
  ]);
});
