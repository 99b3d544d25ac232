/** What a failed attempt to hand over a mail means for the next one. */
export type Failure = { permanent: boolean; reason: string };

/** After that many attempts (about a day and a half) a mail is given up; an administrator may start it again. */
export const attemptLimit = 16;

const firstPause = 30_000;
const longestPause = 4 * 3_600_000;

/** When to try again after the given number of attempts: half a minute, doubling, at most four hours. */
export function nextAttempt(attempts: number, now: Date): Date {
  return new Date(now.getTime() + Math.min(firstPause * 2 ** Math.max(0, attempts - 1), longestPause));
}

const text = (value: unknown): string | undefined => (typeof value === "string" && value ? value : undefined);

/** Commands before the mail itself: what fails there is the connection or its settings, whatever the code says. */
const beforeTheMail = /^(CONN|EHLO|HELO|LHLO|STARTTLS|AUTH|QUIT)/;

/**
 * Reads an error of the SMTP client (RFC 5321, 4.2.1): 5xx to the envelope or the message is the receiver's last word;
 * 4xx, a lost connection, silence and a refused sign-in may pass. An address that cannot even be said is permanent too.
 */
export function failureOf(error: unknown): Failure {
  const known = (typeof error === "object" && error !== null ? error : {}) as Record<string, unknown>;
  const command = text(known.command) ?? "";
  const code = text(known.code);
  const status = typeof known.responseCode === "number" ? known.responseCode : undefined;
  const refused = status !== undefined && status >= 500 && !beforeTheMail.test(command);
  const unspeakable = code === "EENVELOPE" && status === undefined;
  const words = text(known.response) ?? text(known.message) ?? String(error);
  return { permanent: refused || unspeakable, reason: [code, words].filter(Boolean).join(": ").slice(0, 500) };
}
