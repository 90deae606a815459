import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/** What this process holds: after a restart in a container, a stale lock may bear our own process id. */
const held = new Set<string>();

const isNamed = (error: unknown, code: string): boolean =>
  error instanceof Error && "code" in error && error.code === code;

/** State and start of a process, where the system says so (Linux): a number alone may have passed to another. */
function statOf(pid: number): { readonly state: string; readonly start: string } | undefined {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /s, "")
      .split(" ");
    return { state: fields[0] ?? "", start: fields[19] ?? "" };
  } catch {
    return undefined;
  }
}

function isRunning(pid: number, start: string): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (!isNamed(error, "EPERM")) return false;
  }
  const stat = statOf(pid);
  // A killed process that nobody has waited for still has its number, but holds nothing.
  return stat === undefined || (stat.state !== "Z" && (start === "" || stat.start === start));
}

/** Whether the lock file could be created: not where there is one already. */
function claim(file: string): boolean {
  try {
    writeFileSync(file, `${process.pid} ${statOf(process.pid)?.start ?? ""}`, { flag: "wx" });
    return true;
  } catch (error) {
    if (isNamed(error, "EEXIST")) return false;
    throw error;
  }
}

function holderOf(file: string): number | undefined {
  const [number, start = ""] = readFileSync(file, "utf8").trim().split(" ");
  const pid = Number(number);
  if (!Number.isSafeInteger(pid) || pid <= 0) return undefined;
  const isHeld = pid === process.pid ? held.has(file) : isRunning(pid, start);
  return isHeld ? pid : undefined;
}

/** Takes the data at a path for this process alone; the answer gives it back. A dead process's lock is taken over. */
export function lock(path: string): () => void {
  const file = `${path}.lock`;
  mkdirSync(dirname(file), { recursive: true });
  if (!claim(file)) {
    const pid = holderOf(file);
    if (pid !== undefined) {
      throw new Error(
        `The data in ${path} is in use by process ${pid}: stop that one first. If it is something else, delete ${file}.`,
      );
    }
    rmSync(file, { force: true });
    if (!claim(file)) throw new Error(`The data in ${path} has just been taken by another process.`);
  }
  held.add(file);
  return () => {
    if (held.delete(file)) rmSync(file, { force: true });
  };
}
