import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { ObligationBadge } from "@/components/deadlines/obligation-badge";
import { PageHeader } from "@/components/layout/page-header";
import { Badge } from "@/components/ui/badge";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { dayOf } from "@/lib/core/day";
import {
  audienceNames,
  obligationChanges,
  obligationEntry,
  periodsWithProgress,
} from "@/lib/deadlines/obligation-queries";
import { audienceWords, ruleWords } from "@/lib/deadlines/rule-words";
import { href, type Locale } from "@/lib/i18n/paths";
import { permissions } from "@/lib/identity/permissions";
import { countryName } from "@/lib/organisations/countries";
import { requireStaff } from "@/lib/web/session";
import { Changes } from "./_parts/changes";
import { LadderDays } from "./_parts/ladder-days";
import { ObligationActs } from "./_parts/obligation-acts";
import { Periods } from "./_parts/periods";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("deadlines.obligations"))("title") };
}

export default async function ObligationPage({ params }: PageProps<"/[locale]/staff/obligations/[id]">) {
  const { locale: spoken, id: asked } = await params;
  const locale = spoken as Locale;
  setRequestLocale(locale);
  const me = await requireStaff(permissions.readObligations);
  const now = new Date();
  const entry = /^\d{1,9}$/.test(asked) ? await obligationEntry(Number(asked), now) : null;
  if (!entry) notFound();
  const { id, version, state, content, next, form } = entry;
  const [t, rules, units, periods, changes, names] = await Promise.all([
    getTranslations("deadlines"),
    getTranslations("deadlines.rule"),
    getTranslations("register.unit"),
    periodsWithProgress(id, dayOf(now)),
    obligationChanges(id),
    audienceNames(content),
  ]);
  const name = (row: { nameVi: string; nameEn: string }) => (locale === "vi" ? row.nameVi : row.nameEn);
  const who = audienceWords(content.audience, rules, {
    park: (park) => {
      const found = names.parks.find((one) => one.id === park);
      return found ? name(found) : String(park);
    },
    country: (code) => countryName(code, locale),
    unit: (role) => units(role as "OFFICE"),
  });
  const keeps = permissions.manageObligations(me);
  const instructions = locale === "vi" ? content.instructionsVi : content.instructionsEn;
  return (
    <>
      <PageHeader
        as={Link}
        title={name(content)}
        lede={locale === "vi" ? content.nameEn : content.nameVi}
        state={<ObligationBadge state={state} />}
        back={{ href: href(locale, "staff", "obligations"), label: t("obligations.title") }}
        actions={
          keeps && (
            <>
              {state !== "ENDED" && (
                <LinkButton as={Link} icon="pencil" href={href(locale, "staff", "obligations", id, "edit")}>
                  {t("obligations.edit")}
                </LinkButton>
              )}
              <ObligationActs
                seen={{ id, version }}
                state={state}
                removable={state === "DRAFT" && entry.changes === 0}
                list={href(locale, "staff", "obligations")}
              />
            </>
          )
        }
      />
      <div className="grid gap-5 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="flex min-w-0 flex-col gap-5">
          <Card title={t("detail.rule")}>
            <ul className="list-disc space-y-1 pl-5">
              {ruleWords(content, rules).map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
            <div className="mt-4">
              <DescriptionList
                items={[
                  { label: t("form.who"), value: who },
                  {
                    label: t("form.organisations"),
                    value: names.organisations.map((one) => one.nameVi).join("; "),
                  },
                  { label: t("form.formId"), value: name(form) },
                  { label: t("form.reviewer"), value: units(content.reviewer) },
                  {
                    label: t("detail.instructions"),
                    value: instructions && <span className="whitespace-pre-line">{instructions}</span>,
                  },
                ]}
              />
            </div>
          </Card>
          <Periods periods={periods} today={dayOf(now)} />
        </div>
        <div className="flex min-w-0 flex-col gap-5">
          <Card title={t("detail.basis")}>
            <p className="font-semibold text-harbour-900">{content.citation}</p>
            <p className="mt-2">
              {content.verified ? (
                <Badge tone="done" icon="shield-check">
                  {t("verified")}
                </Badge>
              ) : (
                <Badge tone="waiting">{t("toVerify")}</Badge>
              )}
            </p>
            {content.quote && (
              <blockquote className="mt-3 border-mist-300 border-l-4 pl-4 text-mist-700" lang="vi">
                {content.quote}
              </blockquote>
            )}
          </Card>
          <LadderDays
            next={next}
            whoGets={
              permissions.chaseReports(me) && state !== "ENDED"
                ? href(locale, "staff", "deadlines", "preview", id)
                : null
            }
          />
          <Changes changes={changes} />
        </div>
      </div>
    </>
  );
}
