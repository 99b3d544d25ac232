import { cookies } from "next/headers";
import { encode } from "next-auth/jwt";
import { env } from "@/lib/config/env";
import { href, type Locale } from "@/lib/i18n/paths";
import type { SignedIn } from "@/lib/identity/session-commands";
import { sessionCookie, sessionSeconds } from "./auth";
import { rememberDevice } from "./device";

/** Gives the browser the cookie of a session that a command has opened, in next-auth's form, and remembers the device. */
export async function startSession(signedIn: Pick<SignedIn, "sessionId" | "email">): Promise<void> {
  const { name, options } = sessionCookie();
  const token = await encode({
    token: { sid: signedIn.sessionId },
    secret: env().NEXTAUTH_SECRET,
    maxAge: sessionSeconds,
  });
  (await cookies()).set(name, token, { ...options, maxAge: sessionSeconds });
  await rememberDevice(signedIn.email);
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
