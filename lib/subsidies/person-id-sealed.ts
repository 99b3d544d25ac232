import { createHmac, hkdfSync } from "node:crypto";
import { seal, unsealWithAny } from "@/lib/identity/sealed";

/** Binds a sealed ID to its row: moved to another one it does not open. */
export const personIdPurpose = (ref: string): string => `personal id of ${ref}`;

/** @param ref `Beneficiary.ref` or `SelfRegistration.ref`; of the second the first is made, so that the seal stays. */
export const sealPersonId = (id: string, ref: string, secret: string): string => seal(id, secret, personIdPurpose(ref));

/** Opens with the first secret that fits; throws when none does. */
export const openPersonId = (sealed: string, ref: string, secrets: readonly string[]): string =>
  unsealWithAny(sealed, secrets, personIdPurpose(ref));

const keys = new Map<string, Buffer>();

/**
 * HMAC-SHA-256 of the 12 digits, base64url, with a key of its own from the secret: equal for equal IDs, and without the
 * secret nobody finds the ID by trying all of them.
 */
export function hashPersonId(id: string, secret: string): string {
  let key = keys.get(secret);
  if (!key) {
    key = Buffer.from(hkdfSync("sha256", secret, "", "hash of personal ids", 32));
    keys.set(secret, key);
  }
  return createHmac("sha256", key).update(id).digest("base64url");
}
