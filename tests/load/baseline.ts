import { spawn, spawnSync } from "node:child_process";
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { contentHash } from "@/lib/runtime/content-hash";
import { dataFolder, projectRoot } from "@/lib/runtime/folders";
import { freePort } from "@/lib/runtime/ports";

const folder = join(dataFolder, "baseline");
const next = join(projectRoot, "node_modules/next/dist/bin/next");

const settings = `export default {
  compress: false,
  poweredByHeader: false,
  typescript: { ignoreBuildErrors: true },
  turbopack: { root: ${JSON.stringify(projectRoot)} },
  experimental: { isrFlushToDisk: false },
};
`;

export interface Baseline {
  url: string;
  pid: number;
  stop(): void;
}

/** A minimal Next app with the portal's version of Next, served by `next start`: what a page costs at least. */
export async function startBaseline(): Promise<Baseline> {
  const hash = contentHash(["tests/load/baseline", "tests/load/baseline.ts", "package-lock.json"]);
  const mark = join(folder, "hash");
  const environment = { ...process.env, NODE_ENV: "production" as const, NEXT_TELEMETRY_DISABLED: "1" };
  if (!existsSync(mark) || readFileSync(mark, "utf8") !== hash) {
    rmSync(folder, { recursive: true, force: true });
    cpSync(join(projectRoot, "tests/load/baseline"), folder, { recursive: true });
    writeFileSync(join(folder, "next.config.mjs"), settings);
    writeFileSync(join(folder, "package.json"), '{ "name": "baseline", "private": true, "type": "module" }\n');
    const { status, stdout, stderr } = spawnSync(process.execPath, [next, "build"], {
      cwd: folder,
      env: environment,
      encoding: "utf8",
    });
    if (status !== 0) throw new Error(`The baseline was not built.\n${stdout}${stderr}`);
    writeFileSync(mark, hash);
  }
  const port = await freePort();
  const child = spawn(process.execPath, [next, "start", "-p", String(port), "-H", "127.0.0.1"], {
    cwd: folder,
    env: environment,
    stdio: "ignore",
  });
  const stop = () => void child.kill("SIGKILL");
  process.once("exit", stop);
  const url = `http://127.0.0.1:${port}`;
  for (const end = Date.now() + 30_000; Date.now() < end; await sleep(50)) {
    const answer = await fetch(`${url}/dynamic`).catch(() => undefined);
    if (answer?.ok && child.pid) return { url, pid: child.pid, stop };
  }
  stop();
  throw new Error("The baseline did not start.");
}
