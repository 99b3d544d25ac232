import { href, type Locale, locales } from "@/lib/i18n/paths";
import { readVerifyCode } from "@/lib/vacancies/verify-code";

/** Leads from the form to the address of a code, so that the form works without script and each code has one address. */
export async function GET(request: Request, { params }: { params: Promise<{ locale: string }> }): Promise<Response> {
  const asked = (await params).locale;
  const locale = locales.find((known): known is Locale => known === asked) ?? "vi";
  const code = readVerifyCode(new URL(request.url).searchParams.get("code")?.slice(0, 60) ?? "")
    .replace(/[^A-Z0-9]/g, "")
    .slice(0, 20);
  const to = code ? href(locale, "verify", code) : href(locale, "verify");
  return new Response(null, { status: 303, headers: { Location: to, "Cache-Control": "public, max-age=300" } });
}
