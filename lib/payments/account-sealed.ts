import { createHmac, hkdfSync, randomUUID } from "node:crypto";
import { env } from "@/lib/config/env";
import { seal, unsealWithAny } from "@/lib/identity/sealed";
import { knownSecretsKeys, secretsKey } from "@/lib/identity/second-factor";
import { lastDigitsOf } from "./account";

/** Binds a sealed number to its row: moved to another one it does not open. */
export const accountPurpose = (ref: string): string => `account of ${ref}`;

const keys = new Map<string, Buffer>();

/** HMAC-SHA-256 of an account number with a key of its own from the secret: equal for equal numbers. */
export function hashAccount(number: string, secret: string): string {
  let key = keys.get(secret);
  if (!key) {
    key = Buffer.from(hkdfSync("sha256", secret, "", "hash of account numbers", 32));
    keys.set(secret, key);
  }
  return createHmac("sha256", key).update(number).digest("base64url");
}

/** What is kept of an account number. */
export function sealedAccount(number: string) {
  const [ref, secret] = [randomUUID(), secretsKey(env())];
  return {
    ref,
    numberSealed: seal(number, secret, accountPurpose(ref)),
    numberHash: hashAccount(number, secret),
    lastDigits: lastDigitsOf(number),
  };
}

/** The number of a row, for the bank's file. */
export const openAccount = ({ ref, numberSealed }: { ref: string; numberSealed: string }): string =>
  unsealWithAny(numberSealed, knownSecretsKeys(env()), accountPurpose(ref));

/** The hashes under which a number may stand: with the present secret, and with the one before while they are sealed anew. */
export const hashesOfAccount = (number: string): string[] =>
  knownSecretsKeys(env()).map((secret) => hashAccount(number, secret));
