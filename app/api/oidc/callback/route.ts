import { headers } from "next/headers";
import { href } from "@/lib/i18n/paths";
import { bindIdentity, signInByIdentity } from "@/lib/identity/external-identity-commands";
import { whence } from "@/lib/web/device";
import { localPath } from "@/lib/web/local-path";
import { getActor } from "@/lib/web/session";
import { enter, workplaceOf } from "@/lib/web/sign-in";
import { type Flow, identityIn, stateLogin, takeFlow } from "@/lib/web/state-login";
import { elsewhere } from "../_parts/elsewhere";

/** Where the state's login sends the browser back to: signs in, or binds the account that had begun to be bound. */
export async function GET(request: Request): Promise<Response> {
  if (!stateLogin()) return new Response(null, { status: 404 });
  const flow = await takeFlow();
  if (!flow) return elsewhere(`${href("vi", "signIn")}?problem=over`);
  const identity = await identityIn(new URL(request.url).searchParams, flow);
  const requestId = (await headers()).get("x-request-id") ?? undefined;
  const options = { now: new Date(), requestId };
  if (flow.binds)
    return elsewhere(ownPage(flow, identity.ok ? await bind(flow, identity.value, options) : identity.code));

  const back = (problem: string) => {
    const next = flow.next ? { next: flow.next } : {};
    return elsewhere(`${href(flow.locale, "signIn")}?${new URLSearchParams({ problem, ...next })}`);
  };
  if (!identity.ok) return back(identity.code);
  const { issuer, subjectHash } = identity.value;
  const { userAgent } = await whence();
  const result = await signInByIdentity({ kind: "nobody" }, { issuer, subjectHash, userAgent }, options);
  if (!result.ok) return back("unknown");
  const onward = localPath(flow.next) ?? workplaceOf(flow.locale, result.value);
  return elsewhere(await enter(result.value, flow.locale, onward));
}

const ownPage = ({ locale }: Flow, outcome: string) => `${href(locale, "my")}?identity=${outcome}#identity`;

type Identity = Parameters<typeof bindIdentity>[1];

/** Binds for the session that had begun it and for no other; what came of it, as the account's page says it. */
async function bind(flow: Flow, identity: Identity, options: { now: Date; requestId: string | undefined }) {
  const actor = await getActor();
  if (actor.kind !== "person" || actor.sessionId !== flow.binds) return "over";
  const result = await bindIdentity(actor, identity, options);
  if (result.ok) return "bound";
  return result.code === "identity_taken" ? "taken" : result.code === "identity_other" ? "other" : "failed";
}
