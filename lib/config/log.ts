import pino, { type Logger } from "pino";
import { env } from "./env";

let logger: Logger | undefined;

/**
 * Structured log, one JSON object a line on standard output; secrets are cut out. Lines are written together, at the
 * latest after a quarter of a second and at the end of the process: a write for each would cost a tenth of a static page.
 */
export function log(): Logger {
  logger ??= pino(
    {
      level: env().LOG_LEVEL,
      redact: ["password", "token", "*.password", "*.token", "req.headers.cookie", "req.headers.authorization"],
    },
    pino.destination({ sync: false, minLength: 4_096, periodicFlush: 250 }),
  );
  return logger;
}
