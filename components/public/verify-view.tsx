import { useLocale, useTranslations } from "next-intl";
import { Button, LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { Field, Input } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import { Notice } from "@/components/ui/notice";
import { Wage } from "@/components/vacancies/wage";
import { formatDay } from "@/lib/core/day";
import { href } from "@/lib/i18n/paths";
import { type Listing, type ListingState, listingSegment, named, titleOf } from "@/lib/vacancies/listing";

/** The question: a code from a leaflet, a message or a page. */
export function VerifyForm() {
  const locale = useLocale();
  const t = useTranslations("public.verify");
  return (
    <Card>
      <form action={href(locale, "verify", "tra-cuu")} method="get" className="flex flex-wrap items-end gap-3">
        <Field id="code" label={t("code")} help={t("codeHelp")} className="flex-[1_1_16rem]">
          <Input
            id="code"
            name="code"
            required
            maxLength={30}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            aria-describedby="code-help"
            className="font-mono uppercase"
          />
        </Field>
        <Button type="submit" variant="primary" className="min-h-11">
          {t("check")}
        </Button>
      </form>
    </Card>
  );
}

const kinds = { open: "done", filled: "info", expired: "waiting", withdrawn: "refused", unknown: "refused" } as const;

/** The answer, and what it means. */
export function VerifyResult({
  code,
  listing,
  state,
}: {
  code: string;
  listing: Listing | null;
  state: ListingState | null;
}) {
  const locale = useLocale();
  const t = useTranslations("public.verify");
  const words = useTranslations("vacancies");
  const answer = listing && state ? state : "unknown";
  return (
    <>
      <h1 className="font-bold text-2xl">
        {t("resultTitle")} <span className="font-mono">{code}</span>
      </h1>
      <Notice kind={kinds[answer]} title={t(`answer.${answer}`)}>
        <p>{t(`meaning.${answer}`)}</p>
        {state === "withdrawn" && listing?.withdrawalNote && <p>{t("note", { note: listing.withdrawalNote })}</p>}
      </Notice>
      {listing && state && (
        <Card title={titleOf(listing, locale)}>
          <DescriptionList
            items={[
              { label: t("enterprise"), value: named(listing.enterprise, locale) },
              { label: words("field.parkId"), value: named(listing.park, locale) },
              { label: t("wage"), value: <Wage content={listing} /> },
              { label: t("published"), value: formatDay(listing.publishedOn) },
              { label: words("field.deadline"), value: formatDay(listing.deadline) },
              { label: words("field.contactPhone"), value: state === "open" && listing.contactPhone },
            ]}
          />
          <p className="mt-2 mb-3 text-mist-700 text-sm">{t("compare")}</p>
          <LinkButton href={href(locale, "jobs", listingSegment(listing))}>{t("read")}</LinkButton>
        </Card>
      )}
    </>
  );
}

/** What to do about people who ask for money. */
export function Impostors() {
  const t = useTranslations("public.verify.impostors");
  return (
    <section className="card p-5">
      <h2 className="mb-2 flex items-center gap-2 text-lg">
        <Icon name="shield-check" className="text-leaf" />
        {t("title")}
      </h2>
      <ul className="list-disc space-y-1.5 pl-5 text-mist-800">
        <li>{t("free")}</li>
        <li>{t("coffee")}</li>
        <li>{t("contact")}</li>
        <li>{t("report")}</li>
      </ul>
    </section>
  );
}
