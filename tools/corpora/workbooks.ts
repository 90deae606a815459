import { execFileSync } from "node:child_process";

export interface StoredFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** The workbooks of a repository. */
export interface Stored {
  readonly files: readonly StoredFile[];
  /** Paths of those that the commit lists and whose content the git directory lacks, as some mirrors leave large files out. */
  readonly absent: readonly string[];
}

const MOST_BYTES = 1024 * 1024 * 1024;
const NEWLINE = 10;

interface Listed {
  readonly id: string;
  readonly path: string;
}

/** The .xlsx and .xlsm files of a commit, in the order of their paths. */
function listed(directory: string, commit: string): Listed[] {
  const tree = execFileSync("git", ["--git-dir", directory, "ls-tree", "-r", "-z", "--full-tree", commit], {
    encoding: "utf8",
    maxBuffer: MOST_BYTES,
  });
  return tree.split("\0").flatMap((line) => {
    const [, id, path] = /^100\d{3} blob (\S+)\t(.*)$/s.exec(line) ?? [];
    return id !== undefined && path !== undefined && /\.xls[xm]$/i.test(path) ? [{ id, path }] : [];
  });
}

/** The workbooks of a commit. */
export function workbooksOf(directory: string, commit: string): Stored {
  const wanted = listed(directory, commit);
  const out = execFileSync("git", ["--git-dir", directory, "cat-file", "--batch"], {
    input: wanted.map(({ id }) => `${id}\n`).join(""),
    maxBuffer: MOST_BYTES,
  });
  const files: StoredFile[] = [];
  const absent: string[] = [];
  let at = 0;
  for (const { path } of wanted) {
    const start = out.indexOf(NEWLINE, at) + 1;
    const [, kind, size] = out.toString("utf8", at, start - 1).split(" ");
    at = start;
    if (kind !== "blob") {
      absent.push(path);
      continue;
    }
    const end = start + Number(size);
    files.push({ path, bytes: new Uint8Array(out.subarray(start, end)) });
    at = end + 1;
  }
  return { files, absent };
}
