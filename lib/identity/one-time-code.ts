import { createHash, randomInt } from "node:crypto";
import { Secret, TOTP } from "otpauth";

const period = 30;

const totp = (secret: string, label = "") =>
  new TOTP({ issuer: "HezaWorks", label, secret: Secret.fromBase32(secret), algorithm: "SHA1", digits: 6, period });

/** A new secret of an authenticator app: 160 bits in base32, as RFC 4226 recommends. */
export const newSecret = (): string => new Secret({ size: 20 }).base32;

/** What the QR code of an enrolment says, by the form that authenticator apps read. */
export const enrolmentAddress = (secret: string, email: string): string => totp(secret, email).toString();

/** The code of an instant, as the app shows it. */
export const codeAt = (secret: string, at: Date): string => totp(secret).generate({ timestamp: at.getTime() });

/** The time step that a code belongs to, one step of tolerance to each side (RFC 6238, 5.2); null for a wrong code. */
export function stepOfCode(secret: string, code: string, now: Date): number | null {
  if (!/^\d{6}$/.test(code)) return null;
  const delta = totp(secret).validate({ token: code, timestamp: now.getTime(), window: 1 });
  return delta === null ? null : Math.floor(now.getTime() / 1000 / period) + delta;
}

/** A code as typed or read off paper: spaces, hyphens and capitals make no difference. */
export const tidyCode = (typed: string): string => typed.replace(/[\s-]/g, "").toLowerCase();

/** Letters and digits that are not taken for one another on paper. */
const letters = "abcdefghjkmnpqrstuvwxyz23456789";

/** Ten codes for the day the telephone is lost, 49 bits each, e.g. `k7fqm-2xw9p`. */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: 10 }, () => {
    const code = Array.from({ length: 10 }, () => letters[randomInt(letters.length)]).join("");
    return `${code.slice(0, 5)}-${code.slice(5)}`;
  });

/** How a recovery code is stored: with its owner, so that equal codes of two people do not look equal. */
export const recoveryHash = (code: string, userId: number): string =>
  createHash("sha256")
    .update(`${userId}\n${tidyCode(code)}`)
    .digest("base64url");
