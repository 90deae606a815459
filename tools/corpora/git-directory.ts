import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Corpus } from "./corpora.ts";

/** Where a corpus is to be had from. */
export interface Source {
  /** A git directory that is there already; it is only read. */
  readonly directory?: string | undefined;
  /** Else the address to fetch from, and the folder that keeps what was fetched. */
  readonly address: string;
  readonly cache: string;
}

/** A corpus that cannot be read here, and why, in a sentence. */
export interface Missing {
  readonly missing: string;
}

/** Git by itself: nobody is asked for a password, and what it says goes nowhere. */
const git = (...args: readonly string[]): string =>
  execFileSync("git", ["-c", "credential.helper=", "-c", "core.askPass=true", ...args], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  });

function hasCommit(directory: string, commit: string): boolean {
  try {
    return git("--git-dir", directory, "cat-file", "-t", commit).trim() === "commit";
  } catch {
    return false;
  }
}

/** The line in which git says why it gave up, before its advice. */
function saidByGit(problem: unknown): string {
  const lines = String((problem as { readonly stderr?: unknown }).stderr ?? problem).split("\n");
  return lines.find((line) => line.startsWith("fatal: "))?.slice(7) ?? lines[0] ?? "";
}

/** The git directory that holds a corpus at its commit, fetched if need be: that one commit, without its history. */
export function gitDirectory({ repository, commit }: Corpus, { directory, address, cache }: Source): string | Missing {
  if (directory !== undefined)
    return hasCommit(directory, commit)
      ? directory
      : { missing: `${repository} was not read: the git directory named for it does not hold its commit ${commit}.` };
  const kept = join(cache, `${repository.replace("/", "+")}.git`);
  if (hasCommit(kept, commit)) return kept;
  try {
    if (!existsSync(kept)) git("init", "--quiet", "--bare", kept);
    git("--git-dir", kept, "fetch", "--quiet", "--no-tags", "--depth=1", address, commit);
    return kept;
  } catch (problem) {
    return {
      missing: `${repository} was not read: it could not be fetched (${saidByGit(problem)}). Without the internet, name git directories that hold it: LP_CORPORA="FOLDER/{owner}/{name}.git".`,
    };
  }
}
