import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { SETTING_NAMES } from "../../functions/settings.ts";
import { bundle, LAMBDA } from "../build/lambda.ts";
import { median } from "./interleave.ts";

const CHILD = `
const cpu = process.cpuUsage(), from = performance.now();
await import(process.argv[1]);
const wall = performance.now() - from, used = process.cpuUsage(cpu);
console.log(JSON.stringify({ wall, cpu: (used.user + used.system) / 1000 }));
process.exit();
`;

/** Every setting that a function reads from its environment when it starts. An address will do for each: nobody is called. */
const ENVIRONMENT = {
  ...Object.fromEntries(Object.values(SETTING_NAMES).map((name) => [name, "https://nobody.example/"])),
  AWS_REGION: "eu-west-2",
  AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true",
};

interface Start {
  readonly wall: number;
  readonly cpu: number;
}

const start = (folder: string): Start =>
  JSON.parse(
    execFileSync(
      process.execPath,
      ["--input-type=module", "-e", CHILD, pathToFileURL(join(folder, "index.mjs")).href],
      { encoding: "utf8", env: { PATH: "", ...ENVIRONMENT } },
    ),
  ) as Start;

/** What is loaded when the function starts, in kilobytes: its entry with the parts that it imports at once. */
const kilobytes = (folder: string): number =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".mjs"))
    .reduce((sum, name) => sum + statSync(join(folder, name)).size, 0) / 1024;

/** The size of the deployed API function and how long importing it takes, beside a bare one; in fresh processes, in turn. */
export async function functionStart(rounds: number) {
  const folder = mkdtempSync(join(tmpdir(), "lp-start-"));
  const [ours, bare] = [join(folder, "ours"), join(folder, "bare")];
  try {
    await bundle("api", ours);
    await build({
      ...LAMBDA,
      entryPoints: { index: fileURLToPath(new URL("bare-function.ts", import.meta.url)) },
      outdir: bare,
    });
    const pairs = Array.from({ length: rounds }, (_, round) => {
      if (round % 2 === 0) return { ours: start(ours), bare: start(bare) };
      const first = start(bare);
      return { ours: start(ours), bare: first };
    });
    const of = (what: (pair: (typeof pairs)[number]) => number): number => median(pairs.map(what));
    return {
      rounds,
      kilobytes: { ours: kilobytes(ours), bare: kilobytes(bare) },
      milliseconds: { ours: of((pair) => pair.ours.wall), bare: of((pair) => pair.bare.wall) },
      ratio: { wall: of((pair) => pair.ours.wall / pair.bare.wall), cpu: of((pair) => pair.ours.cpu / pair.bare.cpu) },
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
