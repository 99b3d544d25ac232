import { expect } from "vitest";

/** Readers who ask for pages one after the other until they are told to stop, as a crowd does. */
export class Readers {
  answered = 0;
  /** What was not a page: address and status, or the error. */
  readonly failed: string[] = [];
  #reading = true;
  readonly #all: Promise<unknown>;

  constructor(
    private readonly url: string,
    private readonly paths: readonly string[],
    count = 8,
  ) {
    this.#all = Promise.all(Array.from({ length: count }, (_, start) => this.#read(start)));
  }

  async #read(start: number): Promise<void> {
    for (let n = start; this.#reading; n++) {
      const path = this.paths[n % this.paths.length] ?? "/";
      const status = await fetch(this.url + path)
        .then(async (answer) => (await answer.arrayBuffer()) && answer.status)
        .catch((error: Error) => `${error.message} ${error.cause}`);
      if (status === 200) this.answered += 1;
      else this.failed.push(`${path}: ${status}`);
    }
  }

  /** Waits for so many more answers. */
  async more(count: number): Promise<void> {
    const goal = this.answered + count;
    await expect.poll(() => this.answered, { timeout: 60_000, interval: 20 }).toBeGreaterThanOrEqual(goal);
  }

  async stop(): Promise<void> {
    this.#reading = false;
    await this.#all;
  }
}
