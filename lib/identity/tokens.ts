import { createHash, randomBytes } from "node:crypto";

/** A secret for a mailed link (256 bits, URL-safe) and the hash that is stored in its place. */
export function newToken(): { token: string; tokenHash: string } {
  const token = randomBytes(32).toString("base64url");
  return { token, tokenHash: hashOf(token) };
}

/** SHA-256 of a token: enough, as the token itself is random and long. */
export const hashOf = (token: string): string => createHash("sha256").update(token).digest("base64url");
