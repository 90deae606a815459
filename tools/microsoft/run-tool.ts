import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { npmProgram } from "../settings.ts";

/** Microsoft's own tools, each at the version that was looked at; together they are half a gigabyte, so they are fetched when they are wanted. */
const TOOLS = {
  "office-addin-dev-certs": "3.0.0",
  "office-addin-debugging": "7.0.0",
  "office-addin-manifest": "3.0.0",
} as const;

/** Named beside each of them: in this version nothing is left that would send usage data, whatever has been switched on. */
const USAGE_DATA = "office-addin-usage-data@3.0.0";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Runs one of them in the project's folder and gives its exit code; what it says is seen as it says it. */
export function runTool(tool: keyof typeof TOOLS, ...args: string[]): Promise<number> {
  const packages = [`${tool}@${TOOLS[tool]}`, USAGE_DATA].flatMap((one) => ["--package", one]);
  const { program, before } = npmProgram();
  return new Promise((ended, failed) => {
    spawn(program, [...before, "exec", "--yes", ...packages, "--", tool, ...args], { cwd: root, stdio: "inherit" })
      .once("error", failed)
      .once("exit", (code) => {
        ended(code ?? 1);
      });
  });
}
