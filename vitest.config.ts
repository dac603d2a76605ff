import { defineConfig } from "vitest/config";

/** What runs whole processes, most of them in a terminal: one file after another, with time to spare. */
const PROCESSES = [
  "test/journeys/**/*.test.ts",
  "test/server/http/foreign-clients/**/*.test.ts",
  "test/server/http/recipes.test.ts",
  "test/server/main.test.ts",
  "test/tui/any-terminal.test.ts",
  "test/tui/main.test.ts",
];

/** Two suites: what runs in one process, and what starts processes of its own. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: ["test/**/*.test.{ts,tsx}"],
          exclude: PROCESSES,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: "journeys",
          include: PROCESSES,
          testTimeout: 180_000,
          hookTimeout: 60_000,
          fileParallelism: false,
          retry: Number(process.env["LATCHKEY_RETRIES"] ?? 0),
        },
      },
    ],
  },
});
