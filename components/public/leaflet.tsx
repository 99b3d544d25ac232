import { useLocale, useTranslations } from "next-intl";
import { Wage } from "@/components/vacancies/wage";
import { formatDay } from "@/lib/core/day";
import { formatCount } from "@/lib/core/money";
import { type Listing, named, titleOf } from "@/lib/vacancies/listing";
import { benefits } from "@/lib/vacancies/search";
import { QrCode } from "./qr-code";

/** A job on one A5 sheet, for the notice board of a village or the desk of a one-stop shop: read from two metres, QR to the page. */
export function Leaflet({ listing, qr }: { listing: Listing; qr: { size: number; path: string } }) {
  const locale = useLocale();
  const t = useTranslations("public.leaflet");
  const words = useTranslations("vacancies");
  const common = useTranslations("common");
  const offered = benefits.filter((name) => listing[name]).map((name) => words(`benefit.${name}`));
  return (
    <article className="mx-auto my-8 flex min-h-[210mm] max-w-[148mm] flex-col gap-4 border border-mist-200 bg-card p-[12mm] print:m-0 print:min-h-0 print:border-0 print:p-0">
      <style>{"@page { size: A5 portrait; margin: 12mm; }"}</style>
      <p className="border-harbour-900 border-b-2 pb-2 font-semibold text-harbour-900 text-sm">{common("authority")}</p>
      <div>
        <p className="text-mist-700">{t("hiring", { count: formatCount(listing.left, locale), n: listing.left })}</p>
        <h1 className="font-bold text-3xl leading-tight">{titleOf(listing, locale)}</h1>
        <p className="mt-2 text-mist-800">{named(listing.enterprise, locale)}</p>
        <p className="text-mist-800">{named(listing.park, locale)}</p>
      </div>
      <p className="font-bold text-2xl text-phuong-700">
        <Wage content={listing} />
      </p>
      <ul className="list-disc space-y-1 pl-5 text-mist-900">
        {offered.length > 0 && <li>{offered.join(", ")}</li>}
        {listing.busRoutes && <li>{t("routes", { routes: listing.busRoutes })}</li>}
        {listing.shift && <li>{words(`shift.${listing.shift}`)}</li>}
        {listing.lowest && (
          <li>{listing.lowest === "unskilled" ? t("noCertificate") : words(`qualification.${listing.lowest}`)}</li>
        )}
        <li className="font-semibold">{t("until", { day: formatDay(listing.deadline) })}</li>
        {listing.contactPhone && (
          <li className="figures font-semibold">{t("phone", { phone: listing.contactPhone })}</li>
        )}
      </ul>
      <div className="mt-auto flex items-end gap-5 border-mist-200 border-t pt-4">
        <QrCode code={qr} label={t("qr")} className="size-[38mm] shrink-0" />
        <div className="space-y-1.5 text-sm">
          <p className="font-semibold text-harbour-900">{t("scan")}</p>
          <p>
            {t("code")} <span className="font-mono font-semibold">{listing.verifyCode}</span>
          </p>
          <p>{t("noFee")}</p>
        </div>
      </div>
    </article>
  );
}
