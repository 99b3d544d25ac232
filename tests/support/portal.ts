import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "@/lib/runtime/build";
import { migrate } from "@/lib/runtime/migrate";
import { freePort } from "@/lib/runtime/ports";
import type { Postgres } from "@/lib/runtime/postgres";
import { type Service, type ServiceName, startService, untilHealthy } from "@/lib/runtime/services";
import { completeEnvironment } from "@/lib/runtime/settings";
import { startThrowAway } from "@/lib/runtime/throw-away";

/**
 * A whole portal that a test may kill and start again, piece by piece: PostgreSQL synced to disk as in production, the
 * built web server, the worker. Everything is on free ports; `stop()` removes it.
 */
export class Portal {
  readonly #services = new Map<ServiceName, Service>();
  readonly #others: Service[] = [];

  private constructor(
    private postgres: Postgres,
    private readonly port: number,
    private readonly files: string,
  ) {}

  /** PostgreSQL with all migrations; server and worker are started when the test says so. */
  static async prepare(): Promise<Portal> {
    const postgres = await startThrowAway({ durable: true });
    await migrate(postgres.url());
    const files = await mkdtemp(join(tmpdir(), "hezaworks-files-"));
    return new Portal(postgres, await freePort(), files);
  }

  get url(): string {
    return `http://localhost:${this.port}`;
  }

  get databaseUrl(): string {
    return this.postgres.url();
  }

  get environment(): NodeJS.ProcessEnv {
    const given = { ...process.env, PORT: String(this.port), PUBLIC_URL: this.url, FILES_DIR: this.files };
    return completeEnvironment(given, this.databaseUrl, "production");
  }

  /** Starts the server (building the pages if need be) and waits until it is healthy; or starts the worker. */
  async start(name: ServiceName, more: Record<string, string> = {}): Promise<Service> {
    // Once: a server that comes back after a kill is the same release.
    if (name === "server" && !this.#services.has(name)) await build(this.environment);
    const service = startService(name, { ...this.environment, ...more }, { logName: `portal-${name}` });
    this.#services.set(name, service);
    if (name === "server") await untilHealthy(service, this.port);
    return service;
  }

  /** One more server on the same database and a port of its own, as behind a balancer; stopped with the portal. */
  async startAnother(): Promise<{ url: string; service: Service }> {
    const port = await freePort();
    const environment = { ...this.environment, PORT: String(port) };
    const service = startService("server", environment, { logName: "portal-another" });
    this.#others.push(service);
    await untilHealthy(service, port);
    return { url: `http://localhost:${port}`, service };
  }

  /** kill -9. */
  async kill(name: ServiceName | "database"): Promise<void> {
    if (name === "database") return this.postgres.kill();
    const service = this.#services.get(name);
    service?.kill();
    await service?.ended;
  }

  /** Ends all web servers and the worker as a restart of the machine does, and leaves the database. */
  async stopServers(): Promise<void> {
    await Promise.all([...this.#services.values(), ...this.#others].map((service) => service.stop()));
  }

  /** PostgreSQL again, on the same data and port; returns when it has recovered and takes connections. */
  async restartDatabase(): Promise<void> {
    this.postgres = await this.postgres.restart();
  }

  async stop(): Promise<void> {
    await this.stopServers();
    await this.postgres.stop();
    await rm(this.files, { recursive: true, force: true });
  }
}
