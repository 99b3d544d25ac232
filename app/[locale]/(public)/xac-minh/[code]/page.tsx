import type { Metadata } from "next";
import { permanentRedirect } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { PublicShell } from "@/components/layout/public-shell";
import { Impostors, VerifyForm, VerifyResult } from "@/components/public/verify-view";
import { href, type Locale } from "@/lib/i18n/paths";
import { listingState } from "@/lib/vacancies/listing";
import { listingByCode } from "@/lib/vacancies/listing-queries";
import { readVerifyCode } from "@/lib/vacancies/verify-code";
import { cached } from "@/lib/web/cached";
import { publicMetadata } from "@/lib/web/public-metadata";
import { today } from "../../_parts/reads";

export const revalidate = 300;
export function generateStaticParams() {
  return [];
}

type Props = { params: Promise<{ locale: Locale; code: string }> };

/** The public listing of a code as it is kept; null for a code that nobody gave out. */
async function find(code: string) {
  if (!/^[A-Z0-9]{6,20}$/.test(code)) return null;
  const listing = await cached("code", [code], () => listingByCode(code), ["vacancies"]);
  const state = listing && listingState(listing, today());
  return listing && state ? { listing, state } : null;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, code } = await params;
  const t = await getTranslations({ locale, namespace: "public.verify" });
  return publicMetadata({
    locale,
    place: "verify",
    rest: [code],
    title: t("titleOf", { code: code.slice(0, 20) }),
    description: t("lede"),
    hidden: true,
    missing: !(await find(code)),
  });
}

/** Is this listing really HEZA's? The answer, what it means, and what to do when somebody asks for money. */
export default async function CodePage({ params }: Props) {
  const { locale, code } = await params;
  setRequestLocale(locale);
  const read = readVerifyCode(decodeURIComponent(code)).replace(/[^A-Z0-9]/g, "");
  if (read !== code) permanentRedirect(read ? href(locale, "verify", read) : href(locale, "verify"));
  const found = await find(read);
  return (
    <PublicShell locale={locale} place="verify" alternate={href(locale === "vi" ? "en" : "vi", "verify", read)}>
      <div className="max-w-[44rem] space-y-6">
        <VerifyResult code={read} listing={found?.listing ?? null} state={found?.state ?? null} />
        <Impostors />
        <VerifyForm />
      </div>
    </PublicShell>
  );
}
