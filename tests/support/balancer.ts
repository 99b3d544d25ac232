import { Agent, createServer, type IncomingHttpHeaders, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";

type Answer = { status: number; headers: IncomingHttpHeaders; body: Buffer };

/**
 * A balancer as the reference nginx is one (docs/deploy): takes the servers in turns, and asks the next one when a
 * connection fails under a request that may be repeated. It hands an answer on once it has all of it.
 */
export class Balancer {
  /** Requests that the first server asked did not answer. */
  repeated = 0;
  #turn = 0;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 64 });

  private constructor(
    private readonly server: Server,
    private readonly upstreams: readonly string[],
  ) {}

  static async start(upstreams: readonly string[]): Promise<Balancer> {
    const server = createServer((incoming, outgoing) => {
      const mayRepeat = incoming.method === "GET" || incoming.method === "HEAD";
      self.#ask(incoming.method ?? "GET", incoming.url ?? "/", incoming.headers, mayRepeat).then(
        ({ status, headers, body }) => outgoing.writeHead(status, headers).end(body),
        () => outgoing.writeHead(502).end(),
      );
    });
    const self = new Balancer(server, upstreams);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return self;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async #ask(method: string, path: string, headers: IncomingHttpHeaders, mayRepeat: boolean): Promise<Answer> {
    const first = this.#turn++;
    for (let attempt = 0; ; attempt++) {
      const upstream = this.upstreams[(first + attempt) % this.upstreams.length] ?? "";
      try {
        return await this.#once(upstream, method, path, headers);
      } catch (error) {
        if (!mayRepeat || attempt + 1 >= this.upstreams.length) throw error;
        this.repeated += 1;
      }
    }
  }

  #once(upstream: string, method: string, path: string, headers: IncomingHttpHeaders): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const asked = request(`${upstream}${path}`, { method, headers, agent: this.#agent }, (answer) => {
        const parts: Buffer[] = [];
        answer.on("data", (part: Buffer) => parts.push(part));
        answer.on("error", reject);
        // A body that was cut off ends with `aborted`, not with `end`.
        answer.on("aborted", () => reject(new Error("cut off")));
        answer.on("end", () =>
          resolve({ status: answer.statusCode ?? 502, headers: answer.headers, body: Buffer.concat(parts) }),
        );
      });
      asked.on("error", reject);
      asked.end();
    });
  }

  async stop(): Promise<void> {
    this.#agent.destroy();
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
