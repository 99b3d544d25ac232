import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { Icon } from "@/components/ui/icon";
import { Notice } from "@/components/ui/notice";
import { PackageList } from "@/components/vacancies/package-list";
import { Wage } from "@/components/vacancies/wage";
import { daysBetween, formatDay } from "@/lib/core/day";
import { formatCount } from "@/lib/core/money";
import { href } from "@/lib/i18n/paths";
import { batchName } from "@/lib/vacancies/batch-rules";
import { type Listing, type ListingState, listingSegment, named, titleOf } from "@/lib/vacancies/listing";
import { qualifications } from "@/lib/vacancies/schema";
import { QrCode } from "./qr-code";

type Qr = { size: number; path: string };

/** Text of people with its paragraphs; in another language than the page when there is no other. */
function Prose({ vi, en }: { vi: string; en: string | null }) {
  const locale = useLocale();
  const text = (locale === "en" && en) || vi;
  return (
    <div
      lang={locale === "en" && !en ? "vi" : undefined}
      className="max-w-measure space-y-2 whitespace-pre-line text-mist-900"
    >
      {text}
    </div>
  );
}

const Section = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className="mt-8">
    <h2 className="mb-2 text-lg">{title}</h2>
    {children}
  </section>
);

/** A job: wage and package first, then work, requirements and place; beside it how to apply and that it is real. */
export function JobView({
  listing,
  state,
  today,
  qr,
}: {
  listing: Listing;
  state: ListingState;
  today: string;
  qr: Qr;
}) {
  const locale = useLocale();
  const t = useTranslations("public.job");
  const words = useTranslations("vacancies");
  const english = locale === "en";
  const allowances = (english && listing.allowancesEn) || listing.allowancesVi;
  const others = (english && listing.otherBenefitsEn) || listing.otherBenefitsVi;
  const levels = qualifications.filter((name) => listing.split[name] > 0);
  const onlyVietnamese = english && !listing.descriptionEn;
  const open = state === "open";
  const days = daysBetween(today, listing.deadline);
  return (
    <>
      {!open && <ClosedNotice listing={listing} state={state} />}
      <div className="grid gap-x-10 gap-y-6 lg:grid-cols-[1fr_20rem]">
        <div className="min-w-0">
          <h1 className="font-bold text-2xl md:text-3xl" lang={english && !listing.titleEn ? "vi" : undefined}>
            {titleOf(listing, locale)}
          </h1>
          <p className="mt-1.5 text-mist-700">
            <a href={href(locale, "enterprises", listing.enterprise.slug)} className="link">
              {named(listing.enterprise, locale)}
            </a>{" "}
            ·{" "}
            <a href={href(locale, "parks", listing.park.slug)} className="link">
              {named(listing.park, locale)}
            </a>
          </p>
          {onlyVietnamese && (
            <Notice className="mt-4" title={t("onlyVietnamese")}>
              {t("onlyVietnameseHelp")}
            </Notice>
          )}
          <Card className="mt-5" as="section">
            <h2 className="sr-only">{t("package")}</h2>
            <p className="font-bold text-harbour-900 text-xl">
              <Wage content={listing} />
            </p>
            <p className="mb-3 text-mist-600 text-sm">
              {listing.wageBase !== null && t("base", { amount: formatCount(listing.wageBase, locale) })}
            </p>
            <PackageList content={listing} />
            {(allowances || others || listing.busRoutes) && (
              <div className="mt-3 border-mist-100 border-t">
                <DescriptionList
                  items={[
                    { label: words("field.allowancesVi"), value: allowances },
                    { label: words("field.busRoutes"), value: listing.busRoutes },
                    { label: words("field.otherBenefitsVi"), value: others },
                  ]}
                />
              </div>
            )}
          </Card>
          <Section title={t("work")}>
            <Prose vi={listing.descriptionVi} en={listing.descriptionEn} />
          </Section>
          <Section title={t("requirements")}>
            <Prose vi={listing.requirementsVi} en={listing.requirementsEn} />
          </Section>
          <Section title={t("details")}>
            <DescriptionList
              items={[
                { label: t("placesLeft"), value: t("ofAll", { left: listing.left, all: listing.headcount }) },
                {
                  label: t("levels"),
                  value: levels
                    .map((name) => `${words(`qualification.${name}`)}: ${formatCount(listing.split[name], locale)}`)
                    .join(" · "),
                },
                {
                  label: words("field.contractType"),
                  value: listing.contractType && words(`contractType.${listing.contractType}`),
                },
                { label: words("field.shift"), value: listing.shift && words(`shift.${listing.shift}`) },
                {
                  label: t("experience"),
                  value: listing.experienceMonths
                    ? t("months", { count: listing.experienceMonths })
                    : t("noExperience"),
                },
                { label: t("occupation"), value: listing.occupation && named(listing.occupation, locale) },
                {
                  label: t("openTo"),
                  value: [listing.openToDisabled && t("disabled"), listing.openToDemobilised && t("demobilised")]
                    .filter(Boolean)
                    .join(" · "),
                },
                { label: t("place"), value: placeOf(listing, english) },
                {
                  label: t("batch"),
                  value: listing.batch && (
                    <a className="link" href={href(locale, "batches", listing.batch.year, listing.batch.no)}>
                      {batchName(locale, listing.batch)}
                    </a>
                  ),
                },
              ]}
            />
          </Section>
        </div>
        <div className="space-y-4 lg:sticky lg:top-6 lg:self-start">
          {open && <Apply listing={listing} days={days} />}
          <Verified listing={listing} qr={qr} />
        </div>
      </div>
    </>
  );
}

const placeOf = (listing: Listing, english: boolean): string =>
  [
    listing.workplace ?? listing.address.street,
    english ? listing.park.nameEn : listing.park.nameVi,
    (english && listing.address.unitEn) || listing.address.unitVi,
    "Hải Phòng",
  ]
    .filter(Boolean)
    .join(", ");

/** How to apply: one thumb on a phone, where it stays at the lower edge. */
function Apply({ listing, days }: { listing: Listing; days: number }) {
  const t = useTranslations("public.job");
  const { contactName } = listing;
  return (
    <Card title={t("apply")}>
      <p className="mb-3 flex items-center gap-2 text-mist-800">
        <Icon name="calendar" />
        <span className="figures">
          {t("deadline", { day: formatDay(listing.deadline) })}
          {days <= 14 && <span className="text-mist-600"> · {t("daysLeft", { days: Math.max(0, days) })}</span>}
        </span>
      </p>
      {contactName && <p className="mb-3 text-mist-800 text-sm">{contactName}</p>}
      <div className="grid gap-2 max-lg:hidden">
        <ApplyActs listing={listing} />
      </div>
      <p className="mt-3 flex gap-2 text-mist-700 text-sm">
        <Icon name="shield-check" className="mt-0.5 text-leaf" />
        {t("noFee")}
      </p>
    </Card>
  );
}

/** Call or write; `narrow`: both in one line under the thumb, the second by its icon where it is not the only one. */
function ApplyActs({ listing, narrow }: { listing: Listing; narrow?: boolean }) {
  const locale = useLocale();
  const t = useTranslations("public.job");
  const { contactPhone, contactEmail } = listing;
  const subject = encodeURIComponent(`${titleOf(listing, locale)} (${listing.verifyCode})`);
  return (
    <>
      {contactPhone && (
        <LinkButton
          variant="primary"
          size="lg"
          icon="phone"
          className="flex-1"
          href={`tel:${contactPhone.replace(/[^\d+]/g, "")}`}
        >
          <span className="figures whitespace-nowrap">{t("call", { phone: contactPhone })}</span>
        </LinkButton>
      )}
      {contactEmail && (
        <LinkButton
          variant={contactPhone ? "secondary" : "primary"}
          size="lg"
          icon="mail"
          className={narrow && contactPhone ? "max-sm:w-14 max-sm:px-0 sm:flex-1" : "flex-1"}
          href={`mailto:${encodeURIComponent(contactEmail).replace("%40", "@")}?subject=${subject}`}
        >
          <span className={narrow && contactPhone ? "max-sm:sr-only" : undefined}>{t("write")}</span>
        </LinkButton>
      )}
    </>
  );
}

/** The acts at the lower edge of a phone, under the thumb. */
export const ApplyBar = ({ listing }: { listing: Listing }) => (
  <div className="no-print -mx-5 sticky bottom-0 z-20 mt-6 flex gap-2 border-mist-200 border-t bg-card px-5 py-3 lg:hidden">
    <ApplyActs listing={listing} narrow />
  </div>
);

/** The verified mark: checked by HEZA, and how anybody can see that it is. */
function Verified({ listing, qr }: { listing: Listing; qr: Qr }) {
  const locale = useLocale();
  const t = useTranslations("public.job");
  const address = href(locale, "verify", listing.verifyCode);
  return (
    <Card>
      <Badge tone="done" icon="shield-check">
        {t("verified")}
      </Badge>
      <div className="mt-3 flex items-center gap-4">
        <a href={address} className="shrink-0 rounded-control">
          <QrCode code={qr} label={t("qr")} className="size-24 rounded-control" />
        </a>
        <p className="text-mist-700 text-sm">
          {t("code")}
          <a href={address} className="link tap font-mono font-semibold text-base">
            {listing.verifyCode}
          </a>
        </p>
      </div>
      <div className="no-print mt-3 flex flex-wrap gap-2">
        <LinkButton
          size="sm"
          icon="printer"
          href={href(locale, "jobs", listingSegment(listing), locale === "vi" ? "to-roi" : "leaflet")}
        >
          {t("leaflet")}
        </LinkButton>
      </div>
    </Card>
  );
}

function ClosedNotice({ listing, state }: { listing: Listing; state: ListingState }) {
  const t = useTranslations("public.job.closed");
  if (state === "open") return null;
  return (
    <Notice kind={state === "withdrawn" ? "refused" : "waiting"} title={t(state)} className="mb-6">
      {state === "withdrawn" && listing.withdrawalNote ? (
        <p>{t("reason", { reason: listing.withdrawalNote })}</p>
      ) : (
        <p>{t("since", { day: formatDay(listing.deadline) })}</p>
      )}
      <p>{t("instead")}</p>
    </Notice>
  );
}
