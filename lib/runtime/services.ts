import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, existsSync, fstatSync, openSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { dataFolder, projectRoot } from "./folders";
import type { Environment } from "./settings";

export type ServiceName = "server" | "worker";

const entries: Record<ServiceName, string> = { server: "lib/web/server.ts", worker: "lib/jobs/worker.ts" };
const logLimit = 50_000_000;

export interface Service {
  name: ServiceName;
  pid: number;
  /** Resolves with the exit code once the process has ended, for whatever reason. */
  ended: Promise<number | null>;
  logFile: string;
  /** Size of its log before it started, in bytes. */
  logStart: number;
  stop(): Promise<void>;
  kill(): void;
}

export interface ServiceOptions {
  /** Development mode: the server compiles pages as they are asked for. */
  dev?: boolean;
  /** Words go to the terminal instead of a log file. */
  inherit?: boolean;
  /** Below `.data`; another one for servers of tests. */
  logName?: string;
}

/** Is there such a program? */
export const exists = (name: ServiceName) => existsSync(join(projectRoot, entries[name]));

function openLog(file: string): number {
  if (existsSync(file) && statSync(file).size > logLimit) rmSync(file);
  return openSync(file, "a", 0o600);
}

/**
 * Starts the web server or the worker as a process of its own, in a process group of its own (Ctrl-C reaches the launcher
 * only, which stops things in order), that ends when the launcher dies.
 */
export function startService(name: ServiceName, environment: Environment, options: ServiceOptions = {}): Service {
  const logFile = join(dataFolder, `${options.logName ?? name}.log`);
  const log = options.inherit ? undefined : openLog(logFile);
  const logStart = log === undefined ? 0 : fstatSync(log).size;
  const conditions = name === "worker" ? ["--conditions=react-server"] : [];
  // Rendering makes much short-lived garbage: with room for it, a tenth less of the CPU goes into collecting it.
  const flags = [
    ...conditions,
    "--max-semi-space-size=32",
    "--import",
    "tsx",
    "--import",
    "./lib/runtime/follow-parent.mjs",
  ];
  const child: ChildProcess = spawn(process.execPath, [...flags, entries[name], ...(options.dev ? ["--dev"] : [])], {
    cwd: projectRoot,
    env: environment,
    stdio: ["ignore", log ?? "inherit", log ?? "inherit", "ipc"],
    detached: true,
  });
  if (log !== undefined) closeSync(log);
  const { pid } = child;
  if (!pid) throw new Error(`The ${name} could not be started.`);
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  return {
    name,
    pid,
    ended,
    logFile,
    logStart,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill("SIGTERM");
      const late = setTimeout(() => child.kill("SIGKILL"), 8_000);
      await ended;
      clearTimeout(late);
    },
    kill: () => void child.kill("SIGKILL"),
  };
}

/** Last words of a service, for when it did not come up. */
export const lastWords = (service: Service) =>
  existsSync(service.logFile) ? readFileSync(service.logFile).subarray(service.logStart).toString().slice(-3_000) : "";

/** Waits until the server says that it is ready. */
export async function untilHealthy(service: Service, port: number, milliseconds = 60_000): Promise<void> {
  let exited = false;
  void service.ended.then(() => {
    exited = true;
  });
  const end = Date.now() + milliseconds;
  for (;;) {
    if (exited) throw new Error(`The server ended before it was ready.\n${lastWords(service)}`);
    try {
      const answer = await fetch(`http://127.0.0.1:${port}/api/health`, { signal: AbortSignal.timeout(20_000) });
      if (answer.status === 200) return;
    } catch {
      // not listening yet
    }
    if (Date.now() > end) throw new Error(`The server was not ready in time.\n${lastWords(service)}`);
    await sleep(50);
  }
}
