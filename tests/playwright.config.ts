import { defineConfig, devices } from "@playwright/test";

/**
 * Journeys in a real browser, against a server that the harness started (`npm run test:e2e`, lib/runtime/test.ts).
 *
 * A test runs on a desktop unless its title says otherwise: `@phone` also on a phone, `@phone-only` only there,
 * `@nojs` with JavaScript off.
 */
const { BASE_URL, CHROMIUM_EXECUTABLE, CHROMIUM_ENVIRONMENT, TEST_REPORT } = process.env;

const browserEnvironment: Record<string, string> = { LANG: "C.UTF-8" };
for (const [name, value] of Object.entries(process.env)) if (value) browserEnvironment[name] = value;
Object.assign(browserEnvironment, JSON.parse(CHROMIUM_ENVIRONMENT ?? "{}"));

export default defineConfig({
  testDir: "e2e",
  outputDir: "../test-results",
  workers: 2,
  fullyParallel: false,
  retries: 0,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [["list"], ...(TEST_REPORT ? ([["json", { outputFile: TEST_REPORT }]] as const) : [])],
  use: {
    // Without the harness: against the portal that `npm start` runs on this machine.
    baseURL: BASE_URL ?? "http://localhost:3000",
    locale: "vi-VN",
    // One that does not come says where it stands, long before the whole journey runs out of time.
    actionTimeout: 20_000,
    navigationTimeout: 30_000,
    timezoneId: "Asia/Ho_Chi_Minh",
    // A failure has the page's picture and words; copies of the page at each step make journeys take a third longer.
    // `npm run test:e2e -- FILE --trace retain-on-failure` keeps them where they are wanted.
    trace: "off",
    screenshot: "only-on-failure",
    launchOptions: {
      ...(CHROMIUM_EXECUTABLE ? { executablePath: CHROMIUM_EXECUTABLE } : {}),
      env: browserEnvironment,
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  projects: [
    {
      name: "desktop",
      grepInvert: /@phone-only|@nojs/,
      use: { ...devices["Desktop Chrome"], viewport: { width: 1440, height: 900 } },
    },
    { name: "phone", grep: /@phone/, use: { ...devices["Pixel 7"], viewport: { width: 360, height: 740 } } },
    {
      name: "no-javascript",
      grep: /@nojs/,
      use: { ...devices["Desktop Chrome"], viewport: { width: 1440, height: 900 }, javaScriptEnabled: false },
    },
  ],
});
