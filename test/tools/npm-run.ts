import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { environment } from "../functions/settings.ts";

export interface Ended {
  readonly code: unknown;
  readonly stdout: string;
  readonly stderr: string;
}

interface Given {
  /** What is typed into the command's input. */
  readonly typed?: string;
  readonly settings?: Readonly<Record<string, string>>;
}

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Runs a script of package.json as a person does, and waits for its end. */
export const npmRun = (
  script: string,
  args: readonly string[] = [],
  { typed = "", settings = {} }: Given = {},
): Promise<Ended> =>
  new Promise((done) => {
    const child = execFile(
      "npm",
      ["run", "--silent", script, "--", ...args],
      { cwd: root, env: environment(settings), shell: process.platform === "win32", maxBuffer: 64 * 1024 * 1024 },
      (error, stdout, stderr) => {
        done({ code: error?.code ?? 0, stdout, stderr });
      },
    );
    child.stdin?.end(typed);
  });
