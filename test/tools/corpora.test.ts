import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { gitDirectory } from "../../tools/corpora/git-directory.ts";
import { workbooksOf } from "../../tools/corpora/workbooks.ts";

const folder = mkdtempSync(join(tmpdir(), "lp-corpora-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const theirs = join(folder, "theirs");
const git = (...args: string[]): string =>
  execFileSync("git", ["-C", theirs, "-c", "user.name=Sample", "-c", "user.email=sample@example.org", ...args], {
    encoding: "utf8",
  }).trim();
mkdirSync(join(theirs, "tests"), { recursive: true });
git("init", "--quiet");
writeFileSync(join(theirs, "tests", "one.xlsx"), "first");
writeFileSync(join(theirs, "Readme.md"), "no workbook");
writeFileSync(join(theirs, "TWO.XLSM"), "a\nb\n");
git("add", ".");
git("commit", "--quiet", "-m", "first");
const corpus = { repository: "sample/theirs", commit: git("rev-parse", "HEAD") };
writeFileSync(join(theirs, "tests", "one.xlsx"), "second");
git("commit", "--quiet", "-am", "second");

const address = pathToFileURL(theirs).href;
const texts = (directory: string): (readonly [string, string])[] =>
  workbooksOf(directory, corpus.commit).files.map(({ path, bytes }) => [path, new TextDecoder().decode(bytes)]);
const AS_FIRST = [
  ["TWO.XLSM", "a\nb\n"],
  ["tests/one.xlsx", "first"],
];

describe("somebody else's repository of workbooks", () => {
  it("is fetched at its commit, whatever came after it, and then is there without its address", () => {
    const cache = join(folder, "fetched");
    const fetched = gitDirectory(corpus, { address, cache });
    if (typeof fetched !== "string") throw new Error(fetched.missing);
    expect(texts(fetched)).toEqual(AS_FIRST);
    expect(gitDirectory(corpus, { address: "file:///nowhere", cache })).toBe(fetched);
  });

  it("is read where it is, if a git directory is named", () => {
    const directory = join(theirs, ".git");
    expect(gitDirectory(corpus, { directory, address: "file:///nowhere", cache: join(folder, "unused") })).toBe(
      directory,
    );
    expect(texts(directory)).toEqual(AS_FIRST);
  });

  it("that cannot be had is named, with what git said and what to do", () => {
    const why = (source: Parameters<typeof gitDirectory>[1]): string => {
      const found = gitDirectory(corpus, source);
      return typeof found === "string" ? "It was there." : found.missing;
    };
    expect(why({ address: "file:///nowhere", cache: join(folder, "never") })).toMatch(
      /^sample\/theirs was not read: it could not be fetched \(.*nowhere.*\)\. Without the internet, .*LP_CORPORA/,
    );
    expect(why({ directory: folder, address, cache: folder })).toMatch(
      `sample/theirs was not read: the git directory named for it does not hold its commit ${corpus.commit}.`,
    );
  });

  it("names the workbooks whose content a mirror left out", () => {
    const directory = join(folder, "mirror");
    cpSync(join(theirs, ".git"), directory, { recursive: true });
    const id = git("rev-parse", `${corpus.commit}:tests/one.xlsx`);
    rmSync(join(directory, "objects", id.slice(0, 2), id.slice(2)), { force: true });
    expect(workbooksOf(directory, corpus.commit)).toMatchObject({
      files: [{ path: "TWO.XLSM" }],
      absent: ["tests/one.xlsx"],
    });
  });
});
