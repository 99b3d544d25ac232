import { randomBytes } from "node:crypto";

const held = globalThis as typeof globalThis & { hezaProcessSecret?: string };

/**
 * A secret of this process, for the requests that it makes to itself. Held globally, because the server and the pages
 * that it serves are compiled apart and see two copies of this file.
 */
export function processSecret(): string {
  held.hezaProcessSecret ??= randomBytes(24).toString("hex");
  return held.hezaProcessSecret;
}

export const processSecretHeader = "x-process-secret";
