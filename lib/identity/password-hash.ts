import { hash, verify } from "@node-rs/argon2";

/** argon2id (the library's default) with OWASP's second parameter set: 19 MiB, two passes, one lane (Password Storage Cheat Sheet). */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The same characters typed on another keyboard are the same password: composed form, as NIST SP 800-63B 5.1.1.2 asks. */
const composed = (password: string) => password.normalize("NFC");

/** PHC string of a password. */
export const hashPassword = (password: string): Promise<string> => hash(composed(password), cost);

let decoy: Promise<string> | undefined;

/**
 * Is it the password? Without a hash (unknown address, account that has no password yet) the same work is done against a
 * decoy, so that the time of the answer tells nothing.
 */
export async function isPassword(passwordHash: string | null | undefined, password: string): Promise<boolean> {
  decoy ??= hashPassword("nobody has this password");
  const right = await verify(passwordHash ?? (await decoy), composed(password));
  return right && typeof passwordHash === "string";
}
