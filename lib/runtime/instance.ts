import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { dataFolder, readJson, writePrivate } from "./folders";
import { commandLine, isAlive, signal, waitUntilGone } from "./processes";

const file = join(dataFolder, "running.json");
const shape = z.object({ pid: z.number(), stopping: z.boolean(), children: z.array(z.number()) });
type Running = z.infer<typeof shape>;

function recorded(): Running | undefined {
  const found = shape.safeParse(readJson(file));
  return found.success ? found.data : undefined;
}

const isLauncher = (pid: number) => pid !== process.pid && isAlive(pid) && commandLine(pid).includes("runtime/start");
const isOurChild = (pid: number) =>
  isAlive(pid) && /lib\/(web\/server|jobs\/worker)\.ts|next-build|next build/.test(commandLine(pid));

/** Server, worker or build of a launcher that was killed: asked to end, then made to. */
async function endOrphans(pids: number[]): Promise<void> {
  const orphans = pids.filter(isOurChild);
  for (const pid of orphans) signal(pid, "SIGTERM");
  for (const pid of orphans) if (!(await waitUntilGone(pid, 7_000))) signal(pid, "SIGKILL");
}

/** Takes the folder for this launcher. The process id of the one that has it already, or undefined when it is ours now. */
export async function takeFolder(): Promise<number | undefined> {
  const until = Date.now() + 20_000;
  for (let waited = 0; ; waited += 100) {
    const found = recorded();
    if (!found || !isLauncher(found.pid)) {
      await endOrphans(found?.children ?? []);
      record([]);
      return undefined;
    }
    // One that is just stopping, or whose terminal was killed and which notices within a second, is waited for.
    if ((!found.stopping && waited > 2_500) || Date.now() > until) return found.pid;
    await sleep(100);
  }
}

/** Notes the processes that we started, so that the next launcher finds them if we are killed. */
export function record(children: number[], stopping = false): void {
  writePrivate(file, JSON.stringify({ pid: process.pid, stopping, children } satisfies Running));
}

export function releaseFolder(): void {
  if (recorded()?.pid === process.pid) rmSync(file, { force: true });
}

function parentOf(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
  } catch {
    return 0;
  }
}

/** `npm` and `tsx` stand between the terminal and us: when one of them is killed, nobody else would tell us to stop. */
export function whenStarterDies(stop: () => void): void {
  const starters: number[] = [];
  for (let pid = process.ppid; pid > 1 && /\b(npm|npx|tsx)\b/.test(commandLine(pid)); pid = parentOf(pid))
    starters.push(pid);
  const watch = setInterval(() => {
    if (starters.every(isAlive)) return;
    clearInterval(watch);
    stop();
  }, 1_000);
  watch.unref();
}
