/**
 * `npm test [-- FILE… | --project ROOM | -t WORDS | …]`: every test, with what must be covered; or the part of them that
 * is named, of which coverage is not asked. Takes what vitest takes.
 */
import { parseCLI, startVitest } from "vitest/node";

const { filter, options } = parseCLI(["vitest", "run", ...process.argv.slice(2)]);
const { project, testNamePattern, changed, shard, dir, exclude } = options;
const isPart =
  filter.length > 0 || [project, testNamePattern, changed, shard, dir, exclude].some((chosen) => chosen !== undefined);

const vitest = await startVitest("test", [...filter], {
  watch: false,
  run: true,
  ...options,
  coverage: { ...options.coverage, enabled: options.coverage?.enabled ?? !isPart },
});
if (!isPart) {
  const slowest = vitest.state
    .getTestModules()
    .map((module) => ({ file: module.relativeModuleId, milliseconds: module.diagnostic().duration }))
    .sort((a, b) => b.milliseconds - a.milliseconds)
    .slice(0, 10);
  console.log("The files whose tests take longest:");
  for (const { file, milliseconds } of slowest)
    console.log(`${(milliseconds / 1000).toFixed(1).padStart(7)} s  ${file}`);
}
if (!vitest.shouldKeepServer()) await vitest.exit();
