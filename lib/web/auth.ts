import type { NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { env } from "@/lib/config/env";
import { attemptSignIn } from "@/lib/identity/session-commands";
import { rememberDevice, whence } from "./device";

declare module "next-auth" {
  interface Session {
    sid?: string;
  }
}

export const sessionSeconds = 30 * 86_400;

/** Name and attributes of the cookie, said once for next-auth and for our own sign-in form; `Secure` behind https. */
export function sessionCookie() {
  const secure = env().PUBLIC_URL.startsWith("https:");
  return {
    name: `${secure ? "__Secure-" : ""}next-auth.session-token`,
    options: { httpOnly: true, sameSite: "lax" as const, path: "/", secure },
  };
}

/**
 * next-auth carries one thing: the id of a session row, in an encrypted cookie. Everything that decides (who, which
 * organisation, revoked or not) is read from that row at each request. The sign-in form does not need next-auth's own
 * endpoint (`sign-in.ts`); who posts to that meets the same command within the same limits.
 */
export const authOptions: NextAuthOptions = {
  get secret() {
    return env().NEXTAUTH_SECRET;
  },
  get useSecureCookies() {
    return env().PUBLIC_URL.startsWith("https:");
  },
  get cookies() {
    return { sessionToken: sessionCookie() };
  },
  session: { strategy: "jwt", maxAge: sessionSeconds },
  pages: { signIn: "/dang-nhap", signOut: "/dang-nhap", error: "/dang-nhap" },
  providers: [
    Credentials({
      credentials: { email: {}, password: {} },
      authorize: async (given) => {
        const input = { email: given?.email ?? "", password: given?.password ?? "" };
        const result = await attemptSignIn(input, await whence(), { now: new Date() });
        if (!result.ok) return null;
        if (!result.value.awaitsSecondStep) await rememberDevice(result.value.email);
        return { id: result.value.sessionId };
      },
    }),
  ],
  callbacks: {
    jwt: ({ token, user }) => (user ? { sid: user.id } : token),
    session: ({ session, token }) => (typeof token.sid === "string" ? { ...session, sid: token.sid } : session),
  },
};
