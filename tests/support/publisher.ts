import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { projectRoot } from "@/lib/runtime/folders";
import type { Portal } from "./portal";

/** A process of its own that publishes a batch, as the server does when the head presses the button; to be killed. */
export class Publisher {
  readonly ended: Promise<void>;
  /** The command's `Result` as JSON; empty when it did not get that far. */
  readonly answer: Promise<string>;

  private constructor(private readonly process: ChildProcess) {
    let said = "";
    process.stdout?.on("data", (data) => {
      said += data;
    });
    this.ended = new Promise((resolve) => process.once("exit", () => resolve()));
    this.answer = new Promise((resolve) => process.once("close", () => resolve(said)));
  }

  static start(portal: Portal, batch: { userId: number; batchId: number }): Publisher {
    const program = join(projectRoot, "tests/support/publish.ts");
    return new Publisher(
      spawn(
        process.execPath,
        ["--conditions=react-server", "--import", "tsx", program, String(batch.userId), String(batch.batchId)],
        { cwd: projectRoot, env: portal.environment, stdio: ["ignore", "pipe", "inherit"] },
      ),
    );
  }

  /** kill -9. */
  async kill(): Promise<void> {
    this.process.kill("SIGKILL");
    await this.ended;
  }
}
