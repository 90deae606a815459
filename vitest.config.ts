import { defineConfig } from "vitest/config";
import { ROOMS } from "./rooms.js";

/** Tests that open the built pages; wherever they stand, they are of the project `browser`. */
const OPEN_PAGES = [
  "test/browser/**/*.test.ts",
  "test/web/*/page.test.ts",
  "test/addin/shipped.test.ts",
  "test/docs/pictures.test.ts",
  "test/tools/start.test.ts",
];

/** Folders of test/ that hold tests of a room under another name. */
const ALSO: Readonly<Record<string, readonly string[]>> = {
  functions: ["lambda"],
  tools: ["bench", "check", "docs", "recovery", "sample"],
};

const project = (name: string, include: readonly string[], exclude: readonly string[], globalSetup: string[] = []) => ({
  extends: true as const,
  test: { name, include: [...include], exclude: [...exclude], globalSetup },
});

/** The tests by the room that they test: `npm test -- --project rules`. */
const rooms = ROOMS.filter((room) => room !== "test").map((room) =>
  project(
    room,
    [room, ...(ALSO[room] ?? [])].map((folder) => `test/${folder}/**/*.test.ts`),
    OPEN_PAGES,
  ),
);

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
      // The rules decide who may lead work with a child: no branch of them goes untested.
      thresholds: { branches: 100, functions: 100, lines: 100, statements: 100 },
    },
  },
});
