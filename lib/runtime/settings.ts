import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { dataFolder, ensureDataFolder, filesFolder, projectRoot, readJson, writePrivate } from "./folders";

/** Variables for a child process. */
export type Environment = NodeJS.ProcessEnv;

const secretsFile = join(dataFolder, "secrets.json");
const secretsShape = z.record(z.string(), z.string());

/** What was set for this run, from the environment and `.env`; an empty variable is one that is not set. */
export function givenEnvironment(): Environment {
  const file = join(projectRoot, ".env");
  if (existsSync(file)) process.loadEnvFile(file);
  const given = { ...process.env };
  for (const [name, value] of Object.entries(given)) if (value === "") delete given[name];
  return given;
}

/** Secrets that were not given: made once, kept in `.data`, so that sessions outlive a restart. */
function keptSecrets(given: Environment, names: string[]): Record<string, string> {
  ensureDataFolder();
  const found = secretsShape.safeParse(readJson(secretsFile));
  const kept = found.success ? found.data : {};
  const missing = names.filter((name) => !given[name]);
  const made = missing.filter((name) => !kept[name]);
  for (const name of made) kept[name] = randomBytes(32).toString("base64");
  if (made.length > 0) writePrivate(secretsFile, JSON.stringify(kept));
  return Object.fromEntries(missing.map((name) => [name, kept[name] ?? ""]));
}

/** What server and worker need, completed for a machine of one's own. */
export function completeEnvironment(given: Environment, databaseUrl: string, mode: "production" | "development") {
  const port = given.PORT ?? "3000";
  const publicUrl = given.PUBLIC_URL ?? `http://localhost:${port}`;
  return {
    ...given,
    ...keptSecrets(given, ["NEXTAUTH_SECRET", "SECRETS_KEY"]),
    NODE_ENV: mode,
    PORT: port,
    PUBLIC_URL: publicUrl,
    DATABASE_URL: databaseUrl,
    // Said in full: whoever starts a process from another folder still means the same files.
    FILES_DIR: given.FILES_DIR ?? filesFolder,
    NEXT_TELEMETRY_DISABLED: "1",
  };
}
