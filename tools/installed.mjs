// Installs what is missing before a command runs, so that `npm start` and `npm test` work on a
// machine with only Node, npm and git. Uses nothing but Node: it runs before anything is installed.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");

const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`This needs Node 20.19 or newer; this is Node ${process.versions.node}.`);
  process.exit(1);
}

/** The packages of a lock file that this machine should have, as "path@version" lines. */
function packages(file) {
  const lock = JSON.parse(readFileSync(file, "utf8"));
  return new Map(
    Object.entries(lock.packages)
      .filter(([path, entry]) => path !== "" && !entry.optional)
      .map(([path, entry]) => [path, entry.version]),
  );
}

function isInstalled() {
  const installed = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(installed)) return false;
  const have = packages(installed);
  return [...packages(join(root, "package-lock.json"))].every(
    ([path, version]) => have.get(path) === version && existsSync(join(root, path)),
  );
}

if (!isInstalled()) {
  console.error("Installing what is missing (npm ci); this happens once.");
  try {
    // Its output goes to the error stream, so that a command's own output (--json) stays clean.
    execFileSync("npm", ["ci", "--loglevel=warn"], {
      cwd: root,
      stdio: ["ignore", 2, 2],
      shell: process.platform === "win32",
    });
  } catch {
    console.error("npm ci failed. Is the package registry reachable? Run `npm ci` to see why.");
    process.exit(1);
  }
}
