import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

/** A key of its own for each purpose, from the one secret of the environment. */
const keyOf = (secret: string, purpose: string) => Buffer.from(hkdfSync("sha256", secret, "", purpose, 32));

/** Encrypts with AES-256-GCM for `purpose`, which also binds it to its place: moved to another row it does not open. */
export function seal(text: string, secret: string, purpose: string): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", keyOf(secret, purpose), iv);
  const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return `v1.${Buffer.concat([iv, cipher.getAuthTag(), body]).toString("base64url")}`;
}

/** Opens what `seal` closed; throws when it was changed, moved or sealed with another secret. */
export function unseal(sealed: string, secret: string, purpose: string): string {
  const [kind, packed = ""] = sealed.split(".");
  if (kind !== "v1") throw new Error("unknown form of a sealed secret");
  const bytes = Buffer.from(packed, "base64url");
  const decipher = createDecipheriv("aes-256-gcm", keyOf(secret, purpose), bytes.subarray(0, 12));
  decipher.setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString("utf8");
}

/**
 * Opens with the first secret that fits; throws when none does. A secret that does not fit is noticed, never mistaken:
 * the seal authenticates what it closes.
 */
export function unsealWithAny(sealed: string, secrets: readonly string[], purpose: string): string {
  for (const [at, secret] of secrets.entries()) {
    try {
      return unseal(sealed, secret, purpose);
    } catch (error) {
      if (at === secrets.length - 1) throw error;
    }
  }
  throw new Error("no secret to open with");
}

/**
 * What is sealed with the old secret, sealed with the new one; `already` when it is, `unknown` when neither opens it.
 */
export function reseal(sealed: string, secrets: { from: string; to: string }, purpose: string) {
  const opens = (secret: string) => {
    try {
      return unseal(sealed, secret, purpose);
    } catch {
      return null;
    }
  };
  if (opens(secrets.to) !== null) return "already";
  const text = opens(secrets.from);
  return text === null ? "unknown" : { sealed: seal(text, secrets.to, purpose) };
}
