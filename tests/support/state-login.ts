import type { Server } from "node:http";
import Provider from "oidc-provider";

export const stateLoginName = "Cổng Thử";
const client = { client_id: "cong-lao-dong-thu", client_secret: "chi-de-thu-chi-de-thu-chi-de-thu" };

/** What a portal is told of the provider that will listen on a port of this machine. */
export const stateLoginVariables = (port: number) => ({
  OIDC_ISSUER: `http://127.0.0.1:${port}`,
  OIDC_CLIENT_ID: client.client_id,
  OIDC_CLIENT_SECRET: client.client_secret,
  OIDC_NAME: stateLoginName,
});

/**
 * A real OpenID Connect provider for a portal: whoever signs in there is believed to be who he says, and asked whether the
 * portal may know it. It refuses what is not PKCE. `issuer`: as what it gives itself out. Answers how to stop it.
 */
export async function startStateLogin(portalUrl: string, port: number, issuer = `http://127.0.0.1:${port}`) {
  const provider = new Provider(issuer, {
    clients: [
      {
        ...client,
        redirect_uris: [`${portalUrl}/api/oidc/callback`],
        grant_types: ["authorization_code"],
        response_types: ["code"],
      },
    ],
    pkce: { required: () => true },
    claims: { openid: ["sub"], profile: ["name"] },
    // The name stands in the identity token itself, as with providers that spare their clients a further question.
    conformIdTokenClaims: false,
    cookies: { keys: ["chi-de-thu"] },
    findAccount: (_context: unknown, id: string) => ({
      accountId: id,
      claims: async () => ({ sub: id, name: `Người thử ${id}` }),
    }),
  });
  const server = await new Promise<Server>((resolve) => {
    const listening: Server = provider.listen(port, "127.0.0.1", () => resolve(listening));
  });
  return async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
}
