import { defineConfig } from "vitest/config";
import { ROOMS } from "./rooms.js";

/** Tests that open the built pages; wherever they stand, they are of the project `browser`. */
const OPEN_PAGES = [
  "test/browser/**/*.test.ts",
  "test/signin/**/*.test.ts",
  "test/web/*/page.test.ts",
  "test/addin/shipped.test.ts",
  "test/docs/pictures.test.ts",
  "test/tools/start.test.ts",
];

/** Folders of test/ that hold tests of a room under another name. */
const ALSO: Readonly<Record<string, readonly string[]>> = { client: ["signin"], functions: ["lambda"] };

const project = (name: string, include: readonly string[], exclude: readonly string[], globalSetup: string[] = []) => ({
  extends: true as const,
  test: { name, include: [...include], exclude: [...exclude], globalSetup },
});

const testsOf = (room: string): string[] =>
  [room, ...(ALSO[room] ?? [])].map((folder) => `test/${folder}/**/*.test.ts`);

/** The tests by the room that they test: `npm test -- --project rules`. */
const products = ROOMS.filter((room) => room !== "tools" && room !== "test");
const rooms = [
  ...products.map((room) => project(room, testsOf(room), OPEN_PAGES)),
  // Whatever is of no other room, so that no test is left out because nobody named its folder.
  project("tools", ["test/**/*.test.ts"], [...OPEN_PAGES, ...products.flatMap(testsOf)]),
];

const WHOLE = { branches: 100, functions: 100, lines: 100, statements: 100 };

export default defineConfig({
  test: {
    projects: [
      ...rooms,
      // The pages that its tests open are built once, before all of them; nobody else waits for that.
      project("browser", OPEN_PAGES, [], ["test/browser/support/pages.ts"]),
    ],
    // Vitest would leave one core unused, which of two is half.
    maxWorkers: "100%",
    testTimeout: 60_000,
    coverage: {
      provider: "v8",
      include: ["rules/**/*.ts"],
      exclude: ["test/**"],
      reporter: ["text-summary", "html"],
      // The rules decide who may lead work with a child: no branch of them goes untested. Where lists stand on a sheet and
      // what a pattern means is tried on whole files and at random; most of its branches, not each, have a test of their own.
      thresholds: {
        "rules/*.ts": WHOLE,
        "rules/{catalogue,policies,policy-table}/**": WHOLE,
        "rules/{workbook,pattern}/**": { branches: 93, functions: 97, lines: 97, statements: 97 },
      },
    },
  },
});
