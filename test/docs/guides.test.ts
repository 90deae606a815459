import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { CATALOGUE } from "../../rules/catalogue/index.ts";
import { FUNCTIONS } from "../../addin/formulas/functions.ts";
import { PICTURES } from "../../tools/pictures/take-pictures.ts";
import { anchorsOf, commandsOf, linksOf } from "./commands.ts";
import { proofOf, PROOFS } from "./proofs.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const read = (path: string): string => readFileSync(join(root, path), "utf8");
const PAGES = [
  ...["README.md", "CONTRIBUTING.md", "CHANGELOG.md"],
  ...readdirSync(join(root, "docs"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .sort()
    .map((name) => `docs/${name.replaceAll("\\", "/")}`),
];
const COMMANDS = PAGES.flatMap((page) => commandsOf(page, read(page)));

describe("every command of README and docs", () => {
  test("is found, wherever it stands", () => {
    const text =
      "Say `npm run one` or:\n\n```\nnpm run two   # why\n\ncurl http://localhost\n```\n\n```text\nnpm run no\n```\n| `npx three` | `LP.CHECK` |\n";
    expect(commandsOf("page", text).map(({ command }) => command)).toEqual([
      "npm run two",
      "curl http://localhost",
      "npm run one",
      "npx three",
    ]);
    expect(COMMANDS.length).toBeGreaterThan(30);
  });

  test("is run by a test, or needs AWS, Entra or Excel", () => {
    expect(COMMANDS.filter(({ command }) => proofOf(command) === undefined)).toEqual([]);
    expect(proofOf("npm run checkmate")).toBeUndefined();
  });

  test("that a test runs is named in that test", () => {
    const amiss = Object.entries(PROOFS).flatMap(([command, proof]) =>
      "test" in proof && !(existsSync(join(root, proof.test)) && read(proof.test).includes(proof.mentions))
        ? [command]
        : [],
    );
    expect(amiss).toEqual([]);
  });

  test("of npm is one that package.json has", () => {
    const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };
    const named = COMMANDS.flatMap(({ command }) => /^npm (?:run (?:--silent )?)?([\w:-]+)/.exec(command)?.[1] ?? []);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });

  test("of npm that package.json has is run by a test, or needs Excel", () => {
    const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };
    const shown = (name: string): string => (["start", "test"].includes(name) ? `npm ${name}` : `npm run ${name}`);
    expect(Object.keys(scripts).filter((name) => proofOf(shown(name)) === undefined)).toEqual([]);
  });

  test("of AWS's command line says in which region, whichever the reader's is set to", () => {
    const amiss = COMMANDS.filter(
      ({ command }) => /\baws /.test(command) && !/ --region (?:eu-west-2|us-east-1)\b/.test(command),
    );
    expect(amiss).toEqual([]);
    expect(COMMANDS.filter(({ command }) => command.startsWith("aws ")).length).toBeGreaterThan(6);
  });

  test("that needs what nobody here has stands on a page that says so", () => {
    const untried = COMMANDS.filter(({ command }) => {
      const proof = proofOf(command);
      return proof !== undefined && "needs" in proof && proof.needs === "AWS";
    });
    const pages = [...new Set(untried.map(({ page }) => page))];
    expect(pages.filter((page) => !/never (?:tried|been)/i.test(read(page)))).toEqual([]);
  });
});

describe("every link and picture", () => {
  test.each(PAGES)("of %s leads somewhere", (page) => {
    const amiss = linksOf(read(page)).filter(({ target, anchor }) => {
      const path = target === "" ? page : join(dirname(page), target);
      if (!existsSync(join(root, path))) return true;
      return anchor !== undefined && !anchorsOf(read(path)).has(anchor);
    });
    expect(amiss).toEqual([]);
  });

  test("that is broken would be noticed", () => {
    expect(linksOf("[a](gone.md#part) ![b](c.png) [d](https://example.gov.uk) `[e](f)`")).toEqual([
      { target: "gone.md", anchor: "part" },
      { target: "c.png", anchor: undefined },
    ]);
    expect(anchorsOf("# The rules\n## LP-01 Who 'leads'?").has("lp-01-who-leads")).toBe(true);
  });
});

describe("the user guide", () => {
  const guide = read("docs/user-guide.md");
  test("has every function and every rule", () => {
    for (const id of Object.keys(FUNCTIONS)) expect(guide).toContain(`| \`LP.${id}\` | \`=LP.${id}(`);
    for (const { id, title } of CATALOGUE)
      expect(guide).toMatch(
        new RegExp(
          `^\\| \\[${id}\\]\\(\\.\\./rules/README\\.md#[\\w-]+\\) \\| ${title.replaceAll(/[()]/g, "\\$&")} \\|$`,
          "m",
        ),
      );
  });

  test("has a picture of each screen, each taken from the product", () => {
    const pictures = linksOf(guide).flatMap(({ target }) => /^pictures\/(.+)\.png$/.exec(target)?.[1] ?? []);
    expect(pictures).toEqual(["workbench", "findings", "people", "who-leads", "snapshots", "set-up"]);
    expect(PICTURES).toEqual(expect.arrayContaining(pictures));
  });

  test("says what each error of a cell means", () => {
    for (const error of ["#NAME?", "#BUSY!", "#CONNECT!", "#SPILL!", "#VALUE!", "#N/A"])
      expect(guide).toContain(`| \`${error}\` |`);
  });
});

describe("the pilot script", () => {
  const pilot = read("docs/pilot.md");

  test("has ten boxes to tick, each with what to do if it is not so, on one page", () => {
    const boxes = pilot.split("\n").filter((line) => line.startsWith("- [ ] "));
    expect(boxes.map((box) => /^- \[ \] \*\*(\d+)\. [^*]+\*\* .+ \*\*If not:\*\* .+\.$/.exec(box)?.[1])).toEqual(
      Array.from({ length: 10 }, (_, index) => String(index + 1)),
    );
    expect(pilot.split(/\s+/).length).toBeLessThan(900);
  });

  test("is named where the guide begins", () => {
    expect(linksOf(read("docs/admin-guide.md").split("## 1.")[0] ?? "").map(({ target }) => target)).toContain(
      "pilot.md",
    );
  });
});
