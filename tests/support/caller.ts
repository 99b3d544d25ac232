import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { projectRoot } from "@/lib/runtime/folders";
import type { Portal } from "./portal";

/** What a command answered; `lost` when its process or its connection died first, and nobody knows what became of it. */
export type Answer = { ok: boolean; code?: string; value?: unknown; lost?: string };

/** A process of its own that calls commands as the web server does; to be killed. */
export class Caller {
  /** How its connections are called in pg_stat_activity. */
  static readonly applicationName = "caller";
  readonly ended: Promise<void>;
  readonly #waiting = new Map<number, (answer: Answer) => void>();
  #count = 0;

  private constructor(private readonly process: ChildProcess) {
    this.ended = new Promise((resolve) => process.once("exit", () => resolve()));
    // The pipe of a killed process.
    process.stdin?.on("error", () => {});
    if (process.stdout)
      createInterface({ input: process.stdout }).on("line", (line) => {
        const { no, result, error } = JSON.parse(line) as { no: number; result?: Answer; error?: string };
        this.#waiting.get(no)?.(error === undefined && result ? result : { ok: false, lost: error ?? "" });
        this.#waiting.delete(no);
      });
    process.once("close", () => {
      for (const resolve of this.#waiting.values()) resolve({ ok: false, lost: "killed" });
    });
  }

  /** Resolves when it is ready to be called. */
  static async start(portal: Portal): Promise<Caller> {
    const url = new URL(portal.databaseUrl);
    url.searchParams.set("application_name", Caller.applicationName);
    const program = join(projectRoot, "tests/support/caller-process.ts");
    const caller = new Caller(
      spawn(process.execPath, ["--conditions=react-server", "--import", "tsx", program], {
        cwd: projectRoot,
        env: { ...portal.environment, DATABASE_URL: url.href },
        stdio: ["pipe", "pipe", "inherit"],
      }),
    );
    await new Promise<Answer>((resolve) => caller.#waiting.set(0, resolve));
    return caller;
  }

  call(name: string, userId: number, input: object): Promise<Answer> {
    const no = ++this.#count;
    const answer = new Promise<Answer>((resolve) => this.#waiting.set(no, resolve));
    this.process.stdin?.write(`${JSON.stringify({ no, name, userId, input })}\n`);
    return answer;
  }

  /** kill -9. */
  async kill(): Promise<void> {
    this.process.kill("SIGKILL");
    await this.ended;
  }
}
