import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getFormatter, getLocale, getTranslations, setRequestLocale } from "next-intl/server";
import { SubjectTrail } from "@/components/audit/subject-trail";
import { PageHeader } from "@/components/layout/page-header";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { Notice } from "@/components/ui/notice";
import { RowKeys } from "@/components/ui/row-keys";
import { ContentView } from "@/components/vacancies/content-view";
import { DifferenceView } from "@/components/vacancies/difference-view";
import { FindingsList } from "@/components/vacancies/findings-list";
import { StatusBadge } from "@/components/vacancies/status-badge";
import { Wage } from "@/components/vacancies/wage";
import { auditOf } from "@/lib/audit/queries";
import { trailCursor } from "@/lib/audit/schema";
import { dayOf } from "@/lib/core/day";
import { formatCount } from "@/lib/core/money";
import { href, type Locale } from "@/lib/i18n/paths";
import { permissions } from "@/lib/identity/permissions";
import { batchName } from "@/lib/vacancies/batch-rules";
import { reviewItem } from "@/lib/vacancies/review-item-queries";
import { queueChoices } from "@/lib/vacancies/review-queries";
import type { VacancyContent } from "@/lib/vacancies/schema";
import { vacancyWorkflow } from "@/lib/vacancies/workflow";
import { requireStaff } from "@/lib/web/session";
import { Acts } from "../_parts/acts";
import { History } from "../_parts/history";

type Props = PageProps<"/[locale]/staff/review/[id]">;

const idOf = (text: string): number => (/^\d{1,9}$/.test(text) ? Number(text) : notFound());

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("review"))("title") };
}

const keys = { a: "act-approve", r: "act-return" };

export default async function ReviewItemPage({ params, searchParams }: Props) {
  const { locale: asked, id } = await params;
  setRequestLocale(asked as Locale);
  const me = await requireStaff(permissions.reviewNeeds);
  const locale = await getLocale();
  const now = new Date();
  const item = (await reviewItem(idOf(id), me.userId, dayOf(now))) ?? notFound();
  const cursor = trailCursor(await searchParams);
  const [t, words, format, { reviewers }, trail] = await Promise.all([
    getTranslations("review"),
    getTranslations("vacancies"),
    getFormatter(),
    queueChoices(),
    auditOf("vacancy", item.id, { cursor }),
  ]);
  const vi = locale === "vi";
  const named = (rows: { id: number; nameVi: string; nameEn: string }[]) =>
    Object.fromEntries(rows.map((row) => [row.id, vi ? row.nameVi : row.nameEn]));
  const names = { occupations: named(item.occupations), parks: named(item.parks) };
  const about = (field: keyof VacancyContent) => item.findings.filter((finding) => finding.field === field);
  const { content, enterprise, enterpriseFacts: facts } = item;
  const standing = { SUBMITTED: null, RETURNED: "waitingEnterprise", APPROVED: "waitingPublication" } as const;
  const state = item.status === "RETURNED" || item.status === "APPROVED" ? standing[item.status] : null;

  return (
    <>
      <PageHeader
        as={Link}
        back={{ href: href(locale, "staff", "review"), label: t("detail.back") }}
        title={(vi ? null : content.titleEn) ?? content.titleVi}
        state={<StatusBadge status={item.status} />}
        lede={
          <>
            {(vi ? null : enterprise.nameEn) ?? enterprise.nameVi} ·{" "}
            {vi ? item.park.shortNameVi : item.park.shortNameEn} · {words("field.headcount").toLowerCase()}{" "}
            {formatCount(content.headcount, locale)} · <Wage content={content} />
          </>
        }
        actions={
          item.next !== null && (
            <LinkButton as={Link} href={href(locale, "staff", "review", item.next)}>
              {t("detail.next")}
            </LinkButton>
          )
        }
      />
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_340px]">
        <div className="min-w-0 space-y-5">
          <Card title={t("detail.findings")}>
            <FindingsList
              findings={item.findings}
              fieldHref={(field) => `#content-${field}`}
              duplicateHref={(other) => href(locale, "staff", "review", other)}
            />
          </Card>
          {item.before && (
            <Card title={t("detail.difference")}>
              <DifferenceView before={item.before} after={content} names={names} />
            </Card>
          )}
          <Card title={t("detail.content")}>
            <ContentView
              content={content}
              names={names}
              marked={
                new Set(item.findings.flatMap(({ field, severity }) => (field && severity !== "info" ? [field] : [])))
              }
              note={(field) =>
                about(field).map((finding) => (
                  <p
                    key={finding.code + JSON.stringify(finding.params)}
                    className="mt-1 font-medium text-amber text-sm"
                  >
                    {words(`finding.${finding.code}`, finding.params ?? {})}
                    {finding.citation && ` (${finding.citation})`}
                  </p>
                ))
              }
            />
          </Card>
        </div>
        <div className="space-y-5 lg:sticky lg:top-5">
          {item.withdrawalNote && <Notice kind="refused">{item.withdrawalNote}</Notice>}
          <Card title={t("detail.acts")}>
            <Acts
              item={{
                id: item.id,
                version: item.version,
                title: content.titleVi,
                findings: item.findings,
                holder: item.holder,
              }}
              moves={vacancyWorkflow.allowed(item.status, "reviewer")}
              published={item.status === "PUBLISHED"}
              standing={state && t(`act.${state}`)}
              since={format.relativeTime(new Date(item.since), now)}
              me={{ id: me.userId, head: me.staffRole === "LABOUR_HEAD" }}
              reviewers={reviewers}
            />
          </Card>
          <Card
            title={t("detail.enterprise")}
            actions={
              <LinkButton
                as={Link}
                size="sm"
                variant="quiet"
                href={href(locale, "staff", "enterprises", enterprise.id)}
              >
                {t("detail.enterpriseLink")}
              </LinkButton>
            }
          >
            <DescriptionList
              items={[
                { label: t("detail.taxCode"), value: <span className="figures">{facts.taxCode}</span> },
                {
                  label: t("detail.lifecycle"),
                  value: `${t(`lifecycle.${facts.lifecycle as "OPERATING"}`)} · ${t(facts.verified ? "detail.verified" : "detail.notVerified").toLowerCase()}`,
                },
                { label: t("detail.employed"), value: formatCount(facts.headcount, locale) },
                { label: t("detail.open"), value: formatCount(facts.openListings, locale) },
                {
                  label: t("detail.batch"),
                  value: item.batch ? (
                    <Link href={href(locale, "staff", "batches", item.batch.id)} className="text-harbour-600 underline">
                      {batchName(locale, item.batch)}
                    </Link>
                  ) : (
                    t("detail.noBatch")
                  ),
                },
              ]}
            />
          </Card>
          <Card title={t("detail.history")}>
            <History entries={item.history} />
          </Card>
          <SubjectTrail
            lines={trail.items}
            next={trail.next}
            cursor={cursor}
            here={href(locale, "staff", "review", item.id)}
            namesOthers
          />
        </div>
      </div>
      <RowKeys container="main" keys={keys} />
    </>
  );
}
