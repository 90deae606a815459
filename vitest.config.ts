import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // The pages that the browser tests open are built once, before all of them.
    globalSetup: ["test/browser/support/pages.ts"],
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
