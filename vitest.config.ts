import { defineConfig } from "vitest/config";

/** Two suites: what runs in one process, and whole journeys with real processes, one after another. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: ["test/**/*.test.{ts,tsx}"],
          exclude: ["test/journeys/**"],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: "journeys",
          include: ["test/journeys/**/*.test.{ts,tsx}"],
          testTimeout: 120_000,
          hookTimeout: 60_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
