import { href } from "@/lib/i18n/paths";
import { take } from "@/lib/identity/limit-commands";
import { stateLoginLimits } from "@/lib/identity/limits";
import { locale as knownLocale } from "@/lib/identity/schema";
import { whence } from "@/lib/web/device";
import { localPath } from "@/lib/web/local-path";
import { beginStateLogin, stateLogin } from "@/lib/web/state-login";
import { elsewhere } from "../_parts/elsewhere";

/** Leads to the state's login. A link, not a form: it changes nothing here and needs no script. */
export async function GET(request: Request): Promise<Response> {
  if (!stateLogin()) return new Response(null, { status: 404 });
  const query = new URL(request.url).searchParams;
  const locale = knownLocale.catch("vi").parse(query.get("locale"));
  const next = localPath(query.get("next"));
  const back = (problem: string) =>
    elsewhere(`${href(locale, "signIn")}?${new URLSearchParams({ problem, ...(next && { next }) })}`);
  if (!(await take(stateLoginLimits((await whence()).address), new Date()))) return back("tooMany");
  const begun = await beginStateLogin({ locale, next, binds: null });
  return begun.ok ? elsewhere(begun.value) : back("unavailable");
}
