import { build } from "./build";
import { migrate } from "./migrate";
import { freePort } from "./ports";
import { seed } from "./seeding";
import { exists, type Service, startService, untilHealthy } from "./services";
import { completeEnvironment, type Environment, givenEnvironment } from "./settings";
import { startThrowAway } from "./throw-away";

/** A whole portal for tests, on free ports and a database of its own, thrown away with `stop()`. */
export interface TestServer {
  url: string;
  environment: Environment;
  stop(): Promise<void>;
}

/** Variables of the developer's own portal that a test portal must not use. */
const notForTests = ["DATABASE_URL", "SMTP_URL", "PUBLIC_URL", "HOST"];

/** Built pages, sample data, server and worker: what the journeys run against. */
export async function startTestServer(): Promise<TestServer> {
  const given = givenEnvironment();
  for (const name of notForTests) delete given[name];
  const postgres = await startThrowAway();
  const services: Service[] = [];
  const stop = async () => {
    await Promise.all(services.map((service) => service.stop()));
    await postgres.stop();
  };
  try {
    const port = await freePort();
    const environment = completeEnvironment({ ...given, PORT: String(port) }, postgres.url(), "production");
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
