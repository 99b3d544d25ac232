import { cookies } from "next/headers";
import { encode } from "next-auth/jwt";
import { env } from "@/lib/config/env";
import { href, type Locale } from "@/lib/i18n/paths";
import type { SignedIn } from "@/lib/identity/session-commands";
import { sessionCookie, sessionSeconds } from "./auth";
import { rememberDevice } from "./device";

/**
 * Gives the browser the cookie of a session and says where to go on: to the second step where it waits for one, else
 * `onward`. Only a device that has come all the way in is remembered.
 */
export async function enter(signedIn: SignedIn, locale: Locale, onward: string): Promise<string> {
  await startSession(signedIn.sessionId);
  if (signedIn.awaitsSecondStep) return `${href(locale, "secondStep")}?next=${encodeURIComponent(onward)}`;
  await rememberDevice(signedIn.email);
  return onward;
}

/** Gives the browser the cookie of a session that a command has opened, in next-auth's form, */
async function startSession(sessionId: string): Promise<void> {
  const { name, options } = sessionCookie();
  const token = await encode({
    token: { sid: sessionId },
    secret: env().NEXTAUTH_SECRET,
    maxAge: sessionSeconds,
  });
  (await cookies()).set(name, token, { ...options, maxAge: sessionSeconds });
}

/** Takes the session's cookie back; the row has been ended by the command. */
export async function forgetSession(): Promise<void> {
  const { name, options } = sessionCookie();
  (await cookies()).set(name, "", { ...options, maxAge: 0 });
}

/** Where a person works: what follows a sign-in that was not on the way to a page. */
export function workplaceOf(locale: Locale, who: Pick<SignedIn, "staffRole" | "workplace">): string {
  if (who.staffRole) return href(locale, "staff");
  if (who.workplace === "ENTERPRISE") return href(locale, "enterprise");
  return href(locale, who.workplace === "SCHOOL" ? "school" : "my");
}
