import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The Open XML SDK's validator; it comes for this system alone. */
const VALIDATOR = join("node_modules", "@xarsh", "ooxml-validator-linux-x64", "ooxml-validator");
export const HAS_VALIDATOR = process.platform === "linux" && process.arch === "x64";

interface Complaint {
  readonly description: string;
  readonly path?: string;
  readonly xPath?: string;
}

/** What Microsoft's own validator finds amiss, each complaint with its place. Throws for a file that it cannot open. */
export function amiss(bytes: Uint8Array, extension = ".xlsx"): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), "lp-validated-"));
  try {
    const path = join(folder, `workbook${extension}`);
    writeFileSync(path, bytes);
    const env = { DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: "1", HOME: folder };
    const { errors } = JSON.parse(execFileSync(VALIDATOR, [path], { encoding: "utf8", env, stdio: "pipe" })) as {
      readonly errors: readonly Complaint[];
    };
    return errors.map(({ description, path: part, xPath }) => `${part ?? ""} ${xPath ?? ""} ${description}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
