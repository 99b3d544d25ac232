import { resolve } from "node:path";
import { defineConfig } from "vitest/config";

const root = resolve(import.meta.dirname, "..");

export default defineConfig({
  root,
  resolve: {
    alias: {
      "@": root,
      // Next's guard against server code in the browser: there is no browser here.
      "server-only": resolve(root, "tests/support/empty.ts"),
    },
  },
  test: {
    maxWorkers: 2,
    // What a test needs is said in its file; a machine's own settings must not reach it.
    env: {
      NODE_ENV: "test",
      TZ: "UTC",
      LOG_LEVEL: "silent",
      PUBLIC_URL: "https://vieclam.hezaworks.example",
      NEXTAUTH_SECRET: "only-for-tests-only-for-tests-only-for-tests",
      SMTP_URL: "",
    },
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["lib/**/*.test.ts", "components/**/*.test.{ts,tsx}", "tests/*.test.ts"],
          // Properties on a busy machine: slow is not wrong.
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: "integration",
          include: ["tests/{integration,faults}/**/*.test.ts"],
          globalSetup: ["tests/support/postgres.ts"],
          setupFiles: ["tests/support/database.ts"],
          // Servers are started and killed here: on a busy machine slow is not wrong.
          testTimeout: 120_000,
          hookTimeout: 240_000,
        },
      },
    ],
  },
});
