import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { SubjectTrail } from "@/components/audit/subject-trail";
import { Due } from "@/components/duties/due";
import { excuseWords } from "@/components/duties/excuse-words";
import { ReportBadge } from "@/components/duties/report-badge";
import { ExtensionDecision, ReviewButtons } from "@/components/duties/review-acts";
import { Versions } from "@/components/duties/versions";
import { PageHeader } from "@/components/layout/page-header";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { Notice } from "@/components/ui/notice";
import { EmptyState } from "@/components/ui/states";
import { auditOf } from "@/lib/audit/queries";
import { trailCursor } from "@/lib/audit/schema";
import { dateToDay, dayOf, formatDay } from "@/lib/core/day";
import { href, type Locale } from "@/lib/i18n/paths";
import { contactsOf } from "@/lib/organisations/enterprise-queries";
import { isStaleContact } from "@/lib/organisations/rules";
import type { Answers } from "@/lib/reports/answers";
import { definitionOf } from "@/lib/reports/definition";
import { fieldChoices } from "@/lib/reports/field-choices";
import { reviewedReport } from "@/lib/reports/review-queries";
import { decidesFor, readsReports } from "@/lib/reports/scope";
import { reportWorkflow } from "@/lib/reports/workflow";
import { requireStaff } from "@/lib/web/session";
import { accept, decide, excuse, giveBack, recall, reopen } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("duties"))("one") };
}

export default async function ReviewReportPage({ params, searchParams }: PageProps<"/[locale]/staff/reports/[id]">) {
  const { locale: asked, id: given } = await params;
  const locale = asked as Locale;
  setRequestLocale(locale);
  const me = await requireStaff(readsReports);
  const id = Number(given);
  const report = Number.isSafeInteger(id) && id > 0 && id < 2_147_483_648 ? await reviewedReport(me, id) : null;
  if (!report) notFound();
  const cursor = trailCursor(await searchParams);
  const { organisation, period, unit } = report;
  const [t, contactWords, trail, contacts] = await Promise.all([
    getTranslations("duties"),
    getTranslations("register.contact"),
    auditOf("report", report.id, { cursor }),
    organisation?.kind === "SCHOOL" ? contactsOf(me, organisation.id) : [],
  ]);
  const [latest] = report.submissions;
  const due = { dueOn: dateToDay(report.dueOn), state: report.state, daysLate: report.daysLate };
  const today = dayOf(new Date());
  const who = organisation
    ? (locale === "en" && organisation.nameEn) || organisation.nameVi
    : unit && t(`unit.${unit as "OFFICE"}`);
  const decides = decidesFor(me, period.obligation.reviewer);
  const seen = { id: report.id, version: report.version };
  const asks = report.extensions.find(({ state }) => state === "REQUESTED");
  return (
    <>
      <PageHeader
        as={Link}
        back={{ href: href(locale, "staff", "reports"), label: t("review.title") }}
        title={who}
        state={<ReportBadge state={report.state} />}
        lede={locale === "vi" ? period.obligation.nameVi : period.obligation.nameEn}
        actions={
          decides && (
            <ReviewButtons
              seen={seen}
              moves={reportWorkflow.allowed(report.state, "reviewer")}
              fields={
                latest
                  ? fieldChoices(definitionOf(latest.formVersion.definition), latest.content as Answers, locale)
                  : []
              }
              acts={{ giveBack, accept, reopen, excuse, recall, decide }}
            />
          )
        }
      />
      <div className="max-w-[60rem] space-y-5">
        {asks && (
          <Notice
            kind="waiting"
            title={t("review.asksUntil", {
              day: formatDay(dateToDay(asks.untilOn)),
              name: asks.requestedBy?.fullName ?? "",
            })}
            actions={decides && <ExtensionDecision id={asks.id} decide={decide} />}
          >
            {asks.reason}
          </Notice>
        )}
        {report.state === "EXCUSED" && (
          <Notice kind="info" title={t("excused.title")}>
            {excuseWords(t, report.excuse)}
          </Notice>
        )}
        <Card title={t("about.title")}>
          <DescriptionList
            columns={2}
            items={[
              { label: t("column.due"), value: <Due report={due} today={today} /> },
              {
                label: t("about.covers"),
                value: t("covers", {
                  from: formatDay(dateToDay(period.coversFrom)),
                  to: formatDay(dateToDay(period.coversTo)),
                }),
              },
              { label: t("about.basis"), value: period.obligation.citation },
              {
                label: t("column.who"),
                value:
                  organisation?.kind === "ENTERPRISE" ? (
                    <Link className="underline" href={href(locale, "staff", "enterprises", organisation.id)}>
                      {organisation.nameVi}
                    </Link>
                  ) : (
                    who
                  ),
              },
              ...contacts.slice(0, 1).map(({ fullName, title, phone, confirmedAt }) => ({
                label: contactWords("title"),
                value: (
                  <>
                    {[fullName, title, phone].filter(Boolean).join(" · ")}{" "}
                    {isStaleContact(confirmedAt, new Date()) && <Badge tone="waiting">{contactWords("stale")}</Badge>}
                  </>
                ),
              })),
            ]}
          />
        </Card>
        {report.submissions.length > 0 ? (
          <Versions versions={report.submissions} deciding />
        ) : (
          <Card>
            <EmptyState icon="inbox" title={t("review.nothingYet")} />
          </Card>
        )}
        <SubjectTrail
          lines={trail.items}
          next={trail.next}
          cursor={cursor}
          here={href(locale, "staff", "reports", report.id)}
          namesOthers
        />
      </div>
    </>
  );
}
