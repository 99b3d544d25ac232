import { spawn } from "node:child_process";
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { contentHash } from "./content-hash";
import { dataFolder, projectRoot } from "./folders";
import type { Environment } from "./settings";

const sources = ["app", "components", "lib", "messages", "public", "prisma/schema", "instrumentation.ts"];
const settings = ["next.config.ts", "postcss.config.mjs", "tsconfig.json", "package-lock.json"];
const built = join(projectRoot, ".next");
const mark = join(built, "source-hash");

/** What does not change the build: tests, the launcher, the generated client (the schema stands for it). */
const irrelevant = (path: string) =>
  /\.test\.tsx?$/.test(path) ||
  path === "lib/db/generated" ||
  (path.startsWith("lib/runtime/") && path !== "lib/runtime/readiness.ts");

/**
 * Builds the pages when a source has changed since the last finished build. The mark is written last: a build that was
 * interrupted is done anew (the builder ends well when it is told to end, so its word alone is not enough). Its log is
 * `.data/build.log`, shown when it fails. `started` is told its process id.
 */
export async function build(
  environment: Environment,
  started: (pid: number) => void = () => {},
): Promise<"built" | "unchanged"> {
  const hash = contentHash([...sources, ...settings], irrelevant);
  if (existsSync(mark) && existsSync(join(built, "BUILD_ID")) && readFileSync(mark, "utf8") === hash)
    return "unchanged";
  rmSync(mark, { force: true });
  rmSync(join(built, "BUILD_ID"), { force: true });
  const logFile = join(dataFolder, "build.log");
  mkdirSync(dataFolder, { recursive: true });
  const log = openSync(logFile, "w", 0o600);
  const child = spawn(process.execPath, [join(projectRoot, "node_modules/next/dist/bin/next"), "build"], {
    cwd: projectRoot,
    env: { ...environment, NODE_ENV: "production" },
    stdio: ["ignore", log, log],
  });
  closeSync(log);
  if (child.pid) started(child.pid);
  const stopChild = () => child.kill("SIGKILL");
  process.once("exit", stopChild);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", resolve);
  });
  process.off("exit", stopChild);
  if (code !== 0 || !existsSync(join(built, "BUILD_ID")))
    throw new Error(`The build failed:\n${readFileSync(logFile, "utf8").slice(-6_000)}`);
  writeFileSync(mark, hash);
  return "built";
}
