import pino, { type Logger } from "pino";
import { env } from "./env";

let logger: Logger | undefined;

/** Structured log, one JSON object a line on standard output; secrets are cut out. */
export function log(): Logger {
  logger ??= pino({
    level: env().LOG_LEVEL,
    redact: ["password", "token", "*.password", "*.token", "req.headers.cookie", "req.headers.authorization"],
  });
  return logger;
}
