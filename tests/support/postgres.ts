import type { TestProject } from "vitest/node";
import { migrate } from "@/lib/runtime/migrate";
import { recreateDatabase } from "@/lib/runtime/seeding";
import { startThrowAway } from "@/lib/runtime/throw-away";

declare module "vitest" {
  interface ProvidedContext {
    /** A migrated, empty database; each test file works on a copy of it. */
    templateUrl: string;
  }
}

/** One PostgreSQL for the whole run, with a migrated template: a copy of it takes a twentieth of a second. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const postgres = await startThrowAway();
  const templateUrl = postgres.url("template_for_tests");
  await recreateDatabase(templateUrl);
  await migrate(templateUrl);
  project.provide("templateUrl", templateUrl);
  return () => postgres.stop();
}
