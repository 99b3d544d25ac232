import { spawn } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { check } from "./check";
import { findChromium } from "./chromium";
import { dataFolder, ensureDataFolder, projectRoot, readJson } from "./folders";
import { generate } from "./generate";
import { startTestServer } from "./test-server";

/**
 * `npm test`: checks, tests of rules and commands (Vitest), then journeys in a browser (Playwright), on a PostgreSQL and a
 * server of its own. `--unit` or `--e2e` run one part without the checks; further words go to its runner.
 *
 * The last line is `N passed, N failed` over everything; a runner that breaks or finds no test counts as a failure.
 */
interface Counts {
  passed: number;
  failed: number;
}

const vitestReport = z.object({ numPassedTests: z.number(), numFailedTests: z.number(), numPendingTests: z.number() });
const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
});

function runProgram(script: string, parameters: string[], env: NodeJS.ProcessEnv): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(projectRoot, "node_modules", script), ...parameters], {
      cwd: projectRoot,
      env,
      stdio: ["ignore", "inherit", "inherit"],
    });
    child.once("error", reject);
    child.once("exit", (code) => resolve(code ?? 1));
  });
}

/** A run that ended badly without a failed test (a crash, a file that does not load) or without any test has failed. */
function judge(counts: Counts | undefined, code: number): Counts {
  if (!counts) return { passed: 0, failed: 1 };
  if (counts.failed > 0) return counts;
  return code !== 0 || counts.passed === 0 ? { ...counts, failed: 1 } : counts;
}

function freshReport(name: string): string {
  const file = join(dataFolder, "reports", name);
  mkdirSync(join(dataFolder, "reports"), { recursive: true });
  rmSync(file, { force: true });
  return file;
}

async function runVitest(words: string[]): Promise<Counts> {
  const report = freshReport("vitest.json");
  const flags = ["run", "--config", "tests/vitest.config.mts", "--reporter=default", "--reporter=json"];
  const code = await runProgram("vitest/vitest.mjs", [...flags, `--outputFile.json=${report}`, ...words], process.env);
  const found = vitestReport.safeParse(readJson(report));
  if (!found.success) return judge(undefined, code);
  const { numPassedTests: passed, numFailedTests, numPendingTests } = found.data;
  // Filtered by name (`-t`), the others count as pending; in a whole run a skipped test is one that nobody repairs.
  return judge({ passed, failed: numFailedTests + (words.length > 0 ? 0 : numPendingTests) }, code);
}

async function runPlaywright(words: string[]): Promise<Counts> {
  const report = freshReport("playwright.json");
  const chromium = findChromium();
  const server = await startTestServer();
  try {
    const code = await runProgram(
      "@playwright/test/cli.js",
      ["test", "--config", "tests/playwright.config.ts", ...words],
      {
        ...server.environment,
        NODE_ENV: "test",
        BASE_URL: server.url,
        TEST_REPORT: report,
        CHROMIUM_EXECUTABLE: chromium.path,
        CHROMIUM_LIBRARIES: chromium.env.LD_LIBRARY_PATH,
        CHROMIUM_FONTS: chromium.env.FONTCONFIG_PATH,
      },
    );
    const found = playwrightReport.safeParse(readJson(report));
    if (!found.success) return judge(undefined, code);
    const { expected, unexpected, flaky, skipped } = found.data.stats;
    return judge({ passed: expected, failed: unexpected + flaky + skipped }, code);
  } finally {
    await server.stop();
  }
}

const words = process.argv.slice(2);
const only = words.find((word) => word === "--unit" || word === "--e2e");
const passedOn = words.filter((word) => word !== only);

type Part = [name: string, run: () => Promise<Counts>];
const parts: Part[] = [];
if (!only) parts.push(["Checks", check]);
if (only !== "--e2e") parts.push(["Rules and commands", () => runVitest(only ? passedOn : [])]);
if (only !== "--unit") parts.push(["Journeys", () => runPlaywright(only ? passedOn : [])]);

ensureDataFolder();
const total: Counts = { passed: 0, failed: 0 };
if (only) generate();
for (const [name, run] of parts) {
  const since = Date.now();
  console.log(`\n${name}`);
  const counts = await run().catch((error: unknown): Counts => {
    console.error(error);
    return { passed: 0, failed: 1 };
  });
  total.passed += counts.passed;
  total.failed += counts.failed;
  console.log(
    `${name}: ${counts.passed} of ${counts.passed + counts.failed}, ${Math.round((Date.now() - since) / 1000)} s`,
  );
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed > 0 ? 1 : 0);
