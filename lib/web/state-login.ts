import { cookies } from "next/headers";
import { decode, encode } from "next-auth/jwt";
import { custom, errors, generators, Issuer } from "openid-client";
import { z } from "zod";
import { env } from "@/lib/config/env";
import { log } from "@/lib/config/log";
import { ok, type Result, refuse } from "@/lib/core/result";
import { identityHash } from "@/lib/identity/external-identity";

/**
 * Sign-in with the state's login: OpenID Connect, authorisation code with PKCE, `state` and `nonce` (docs/guide/state-login.md).
 * By the library that next-auth itself is built on, not by next-auth's own routes: those need a form that posts to another
 * site, which no content security policy of ours would let pass, and answer every failure with one word.
 */

/** The provider that the environment names; null without one. */
export function stateLogin(): { issuer: string; name: string; clientId: string; clientSecret: string } | null {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret, OIDC_NAME: name } = env();
  return issuer && clientId && clientSecret && name ? { issuer, name, clientId, clientSecret } : null;
}

custom.setHttpOptionsDefaults({ timeout: 5_000 });

const callbackUrl = () => new URL("/api/oidc/callback", env().PUBLIC_URL).href;

/** Asks the provider where its doors are, each time: a change there needs no restart here. Throws when it is not itself. */
async function client() {
  const login = stateLogin();
  if (!login) throw new Error("no provider is configured");
  const issuer = await Issuer.discover(login.issuer);
  if (issuer.metadata.issuer !== login.issuer)
    throw new Error(`OIDC_ISSUER is ${login.issuer}, the provider calls itself ${issuer.metadata.issuer}`);
  const found = new issuer.Client({
    client_id: login.clientId,
    client_secret: login.clientSecret,
    redirect_uris: [callbackUrl()],
    response_types: ["code"],
  });
  found[custom.clock_tolerance] = 10;
  return found;
}

const flowShape = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  locale: z.enum(["vi", "en"]),
  next: z.string().nullable(),
  /** The session that binds an identity to its account; null: a sign-in. */
  binds: z.uuid().nullable(),
});
export type Flow = z.output<typeof flowShape>;

const flowSeconds = 600;
const salt = "state-login";
const cookie = () => {
  const secure = env().PUBLIC_URL.startsWith("https:");
  const name = `${secure ? "__Secure-" : ""}heza-state-login`;
  return { name, options: { httpOnly: true, sameSite: "lax" as const, path: "/api/oidc", secure } };
};

/**
 * Begins: answers the address at the provider to go to, and leaves the browser a sealed note of what is under way. The
 * note of a later start replaces it, so that what comes back always belongs to the last thing that was begun here.
 */
export async function beginStateLogin(wish: Pick<Flow, "locale" | "next" | "binds">): Promise<Result<string>> {
  const flow: Flow = {
    ...wish,
    state: generators.state(),
    nonce: generators.nonce(),
    verifier: generators.codeVerifier(),
  };
  try {
    const address = (await client()).authorizationUrl({
      scope: "openid profile",
      state: flow.state,
      nonce: flow.nonce,
      code_challenge: generators.codeChallenge(flow.verifier),
      code_challenge_method: "S256",
      // Who is signed in at the provider by chance (or by somebody's trick) must not be bound unasked.
      ...(wish.binds && { prompt: "login" }),
    });
    const note = await encode({ token: flow, secret: env().NEXTAUTH_SECRET, salt, maxAge: flowSeconds });
    const { name, options } = cookie();
    (await cookies()).set(name, note, { ...options, maxAge: flowSeconds });
    return ok(address);
  } catch (error) {
    told("begin", error);
    return refuse("provider_unavailable", { params: { name: stateLogin()?.name ?? "" } });
  }
}

/** What is under way in this browser; null when nothing is (any more). Reading it ends it: an answer counts once. */
export async function takeFlow(): Promise<Flow | null> {
  const [jar, { name, options }] = [await cookies(), cookie()];
  const note = jar.get(name)?.value;
  jar.set(name, "", { ...options, maxAge: 0 });
  if (!note) return null;
  try {
    const parsed = flowShape.safeParse(await decode({ token: note, secret: env().NEXTAUTH_SECRET, salt }));
    return parsed.success ? parsed.data : null;
  } catch {
    return null; // forged, or sealed before the secret was changed
  }
}

/** Whom the provider vouches for, from its answer (the query of the address that it sent the browser to). */
export async function identityIn(
  query: URLSearchParams,
  flow: Flow,
): Promise<Result<{ issuer: string; subjectHash: string; label: string | null }>> {
  try {
    const party = await client();
    const answer = party.callbackParams(`${callbackUrl()}?${query}`);
    const { state, nonce, verifier } = flow;
    const checks = { state, nonce, code_verifier: verifier, response_type: "code" };
    const { iss: issuer, sub: subject, ...claims } = (await party.callback(callbackUrl(), answer, checks)).claims();
    const shown = [claims.name, claims.preferred_username].find((one) => typeof one === "string" && one.trim() !== "");
    const label = typeof shown === "string" ? shown.trim().slice(0, 120) : null;
    return ok({ issuer, subjectHash: identityHash({ issuer, subject }), label });
  } catch (error) {
    told("answer", error);
    if (error instanceof errors.OPError) return refuse(error.error === "access_denied" ? "cancelled" : "failed");
    return refuse(error instanceof errors.RPError ? "failed" : "unavailable");
  }
}

/** For the operator's log: the cause, and nothing of the person. */
function told(during: "begin" | "answer", error: unknown): void {
  const { message, code } = error as { message?: string; code?: string };
  // The provider's own description of an error may name the person: only its code is taken.
  const cause = (error instanceof errors.OPError && error.error) || message?.slice(0, 300) || code;
  log()[cause === "access_denied" ? "info" : "warn"]({ during, cause }, "state login");
}
