import type { NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { env } from "@/lib/config/env";

declare module "next-auth" {
  interface Session {
    sid?: string;
  }
}

/**
 * next-auth carries one thing: the id of a session row, in an encrypted cookie. Everything that decides (who, which
 * organisation, revoked or not) is read from that row at each request.
 */
export const authOptions: NextAuthOptions = {
  get secret() {
    return env().NEXTAUTH_SECRET;
  },
  session: { strategy: "jwt", maxAge: 30 * 86_400 },
  pages: { signIn: "/dang-nhap", error: "/dang-nhap" },
  providers: [
    Credentials({
      credentials: { email: {}, password: {} },
      authorize: async () => null,
    }),
  ],
  callbacks: {
    jwt: ({ token, user }) => (user ? { sid: user.id } : token),
    session: ({ session, token }) => (typeof token.sid === "string" ? { ...session, sid: token.sid } : session),
  },
};
