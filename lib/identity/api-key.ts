import { randomBytes } from "node:crypto";
import { hashOf } from "./tokens";

/** For how long a key may be given, days. A key without an end is one that nobody remembers. */
export const keyDays = [90, 180, 365] as const;

/** More than this many keys in use at once is no software but a habit. */
export const mostKeys = 10;

/** `hezaworks_` and 43 random characters (256 bits): found by scanners of leaked secrets, too long to be guessed. */
export const keyShape = /^hezaworks_[A-Za-z0-9_-]{43}$/;

/** A new key, the beginning that people see of it, and the hash that is stored. */
export function newKey(): { key: string; prefix: string; keyHash: string } {
  const key = `hezaworks_${randomBytes(32).toString("base64url")}`;
  return { key, prefix: key.slice(0, 15), keyHash: hashOf(key) };
}
