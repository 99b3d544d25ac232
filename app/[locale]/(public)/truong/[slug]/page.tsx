import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { PublicNotFound } from "@/components/layout/public-not-found";
import { PublicShell } from "@/components/layout/public-shell";
import { FittingJobs } from "@/components/public/fitting-jobs";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { PhoneFold } from "@/components/ui/phone-fold";
import { EmptyState } from "@/components/ui/states";
import { RowTitle, Table } from "@/components/ui/table";
import { schoolOutcome } from "@/lib/cohorts/public-figures-queries";
import { educationalOrganisation, fittingVacancies, publicSchool } from "@/lib/cohorts/public-school-queries";
import { labelOf, trainingFields, trainingLevels } from "@/lib/cohorts/vocabulary";
import { formatCount } from "@/lib/core/money";
import { href, type Locale } from "@/lib/i18n/paths";
import { provinceName } from "@/lib/organisations/provinces";
import { safeLink } from "@/lib/vacancies/directory";
import { scriptJson } from "@/lib/vacancies/json-ld";
import { named } from "@/lib/vacancies/listing";
import { cached } from "@/lib/web/cached";
import { absolute, missingMetadata, publicMetadata } from "@/lib/web/public-metadata";
import { today } from "../../_parts/reads";

export const revalidate = 300;
export function generateStaticParams() {
  return [];
}

type Props = { params: Promise<{ locale: Locale; slug: string }> };

const find = (slug: string) => cached("school", [slug], () => publicSchool(slug), ["schools"]);
/** Listings shown for one field and level. */
const shownFits = 3;
/** More programmes than these are folded on a phone. */
const mostInSight = 12;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug } = await params;
  const school = await find(slug);
  if (!school) return missingMetadata(locale);
  const t = await getTranslations({ locale, namespace: "schools" });
  const name = named(school, locale);
  return publicMetadata({
    locale,
    place: "schools",
    rest: [school.slug],
    title: name,
    description: t("pageDescription", { name }),
  });
}

/** A school: its office, what it teaches, and what is open now for whoever learned it. */
export default async function SchoolPage({ params }: Props) {
  const { locale, slug } = await params;
  setRequestLocale(locale);
  const school = await find(slug);
  if (!school) return <PublicNotFound locale={locale} />;
  const day = today();
  const [t, fits, outcome] = await Promise.all([
    getTranslations("schools"),
    cached("school-jobs", [school.slug, day], () => fittingVacancies(school.programmes, day, shownFits), [
      "schools",
      "vacancies",
    ]),
    cached("school-outcome", [school.slug], () => schoolOutcome(school.slug), ["schools"]),
  ]);
  const { year } = school;
  const name = named(school, locale);
  const website = safeLink(school.website);
  const field = (value: string) => labelOf(trainingFields, value, locale);
  const level = (value: string) => labelOf(trainingLevels, value, locale);
  const structured = educationalOrganisation(school, {
    name,
    url: absolute(href(locale, "schools", school.slug)),
    region: provinceName(school.province),
    website,
  });
  const contact = [
    { label: t("office"), value: school.officeName },
    {
      label: t("phone"),
      value: school.officePhone && (
        <a className="link figures" href={`tel:${school.officePhone.replace(/[^\d+]/g, "")}`}>
          {school.officePhone}
        </a>
      ),
    },
    {
      label: t("email"),
      value: school.officeEmail && (
        <a className="link break-all" href={`mailto:${school.officeEmail}`}>
          {school.officeEmail}
        </a>
      ),
    },
    {
      label: t("address"),
      value: [school.address, provinceName(school.province)].filter(Boolean).join(", "),
    },
    {
      label: t("website"),
      value: website && (
        <a className="link break-all" href={website} rel="nofollow noopener">
          {new URL(website).hostname}
        </a>
      ),
    },
    {
      label: t("students"),
      value:
        school.students !== null &&
        year !== null &&
        t("about", { count: formatCount(school.students, locale), year: String(year) }),
    },
    {
      label: t("outcome"),
      value:
        outcome &&
        t("outcomeOf", {
          ...{ year: String(outcome.year), months: outcome.months },
          inParks: formatCount(outcome.inParks ?? 0, locale),
          graduates: formatCount(outcome.graduates ?? 0, locale),
        }),
    },
  ];
  const programmes = (
    <Table
      caption={t("taught")}
      rows={school.programmes}
      rowKey={(row) => row.code}
      empty={
        <EmptyState icon="graduation-cap" title={t("notAnswered")}>
          {t("notAnsweredBody")}
        </EmptyState>
      }
      columns={[
        {
          key: "programme",
          label: t("programme"),
          primary: true,
          cell: (row) => <RowTitle title={<span lang="vi">{row.name}</span>} detail={`${t("code")} ${row.code}`} />,
        },
        { key: "field", label: t("field"), cell: (row) => field(row.field) },
        { key: "level", label: t("level"), className: "md:whitespace-nowrap", cell: (row) => level(row.level) },
      ]}
    />
  );
  const reachable = school.officeName ?? school.officePhone ?? school.officeEmail;
  return (
    <PublicShell
      locale={locale}
      place="schools"
      alternate={href(locale === "vi" ? "en" : "vi", "schools", school.slug)}
    >
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: JSON of ours, without any character that could end the element */}
      <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: scriptJson(structured) }} />
      <PageHeader
        title={name}
        back={{ href: href(locale, "schools"), label: t("all") }}
        state={<Badge tone="neutral">{t(`kinds.${school.kind}`)}</Badge>}
      />
      <div className="grid gap-8 lg:grid-cols-[1fr_20rem]">
        <Card flush title={t("taught")} className="min-w-0 lg:self-start">
          {year !== null && <p className="px-5 pb-3 text-mist-600 text-sm">{t("taughtOf", { year: String(year) })}</p>}
          {school.programmes.length > mostInSight ? (
            <div className="px-5 pb-2 md:px-0 md:pb-0">
              <PhoneFold open={false} summary={t("programmesOf", { n: school.programmes.length })}>
                {programmes}
              </PhoneFold>
            </div>
          ) : (
            programmes
          )}
        </Card>
        <Card title={t("contact")} className="lg:row-span-2 lg:self-start">
          {!reachable && <p className="mb-2 text-mist-600 text-sm">{t("contactMissing")}</p>}
          <DescriptionList items={contact} narrow />
          <p className="no-print mt-3 text-sm">
            <a className="link tap" href="/api/v1/school-figures?format=csv">
              {t("openData")}
            </a>
          </p>
        </Card>
        {fits.length > 0 && (
          <div className="min-w-0">
            <FittingJobs fits={fits} today={day} locale={locale} />
          </div>
        )}
      </div>
    </PublicShell>
  );
}
