import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "./build";
import { migrate } from "./migrate";
import { freePort } from "./ports";
import { seed } from "./seeding";
import { exists, type Service, startService, untilHealthy } from "./services";
import { completeEnvironment, type Environment, givenEnvironment } from "./settings";
import { startThrowAway } from "./throw-away";

/** A whole portal for tests, on free ports, with a database and a folder for files of its own, thrown away with `stop()`. */
export interface TestServer {
  url: string;
  environment: Environment;
  stop(): Promise<void>;
}

/** Variables of the developer's own portal that a test portal must not use. */
const notForTests = ["DATABASE_URL", "SMTP_URL", "PUBLIC_URL", "HOST", "CLAMD_HOST", "CLAMD_SOCKET"];

/** Built pages, sample data, server and worker: what the journeys run against. */
export async function startTestServer(): Promise<TestServer> {
  const given = givenEnvironment();
  for (const name of Object.keys(given))
    if (notForTests.includes(name) || name.startsWith("FILES_S3_")) delete given[name];
  const postgres = await startThrowAway();
  const files = await mkdtemp(join(tmpdir(), "hezaworks-files-"));
  const services: Service[] = [];
  const stop = async () => {
    await Promise.all(services.map((service) => service.stop()));
    await postgres.stop();
    await rm(files, { recursive: true, force: true });
  };
  try {
    const port = await freePort();
    const environment = completeEnvironment(
      { ...given, PORT: String(port), FILES_DIR: files },
      postgres.url(),
      "production",
    );
    await migrate(postgres.url());
    await seed(postgres.url(), { quiet: true });
    console.log(`Pages: ${await build(environment)}`);
    const server = startService("server", environment, { logName: "test-server" });
    services.push(server);
    if (exists("worker")) services.push(startService("worker", environment, { logName: "test-worker" }));
    await untilHealthy(server, port);
    return { url: environment.PUBLIC_URL, environment, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
