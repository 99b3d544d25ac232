import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { ContentView } from "@/components/vacancies/content-view";
import { DifferenceView } from "@/components/vacancies/difference-view";
import { FindingsList } from "@/components/vacancies/findings-list";
import { StatusBadge } from "@/components/vacancies/status-badge";
import { dayOf } from "@/lib/core/day";
import { href, type Locale } from "@/lib/i18n/paths";
import { batchWindow, deskEnterprise, reasonsOf } from "@/lib/vacancies/desk-queries";
import { currentFindings } from "@/lib/vacancies/facts-queries";
import type { VacancyContent } from "@/lib/vacancies/schema";
import { actsOn, deskVacancy, namesOf } from "@/lib/vacancies/vacancy-queries";
import { requireEnterprise } from "@/lib/web/session";
import { Standing } from "../../_parts/standing";
import { Acts } from "../_parts/acts";
import { Filled } from "../_parts/filled";
import { History } from "../_parts/history";
import { Holder } from "../_parts/holder";
import { ReasonList } from "../_parts/reason-list";

export default async function VacancyPage({ params }: PageProps<"/[locale]/enterprise/vacancies/[id]">) {
  const { locale: asked, id: given } = await params;
  const locale = asked as Locale;
  setRequestLocale(locale);
  const { organisation } = await requireEnterprise();
  const id = Number(given);
  const vacancy = Number.isSafeInteger(id) ? await deskVacancy(organisation.id, id) : null;
  if (!vacancy) notFound();

  const today = dayOf(new Date());
  const { content, versions, status } = vacancy;
  const [last, before] = versions;
  const inHand = status === "DRAFT" || status === "RETURNED";
  // In one's hands the present text is compared with what was last submitted; else the last two submissions.
  const compared = inHand
    ? last && { before: last.content, after: content }
    : before && last && { before: before.content, after: last.content };
  const [t, findings, names, acts, batch, enterprise] = await Promise.all([
    getTranslations("vacancies.desk"),
    inHand ? currentFindings({ id, enterpriseId: organisation.id, content }, today) : [],
    namesOf([content, ...versions.slice(0, 2).map((version) => version.content)], locale),
    actsOn(id),
    batchWindow(today),
    deskEnterprise(organisation.id),
  ]);
  const reasons = status === "RETURNED" ? reasonsOf(vacancy.decisions[0]?.reasons) : [];
  return (
    <>
      <PageHeader
        as={Link}
        back={{ href: href(locale, "enterprise", "vacancies"), label: t("list.title") }}
        title={content.titleVi || t("untitled")}
        state={<StatusBadge status={status} />}
        lede={<Holder vacancy={vacancy} />}
      />
      <div className="space-y-5">
        {inHand && <Standing enterprise={enterprise} batch={batch} />}
        <Acts
          id={id}
          version={vacancy.version}
          status={status}
          submissionNo={vacancy.submissionNo}
          headcount={vacancy.headcount}
          filledCount={vacancy.filledCount}
          deadline={content.deadline}
          publishedOn={vacancy.publishedAt && dayOf(vacancy.publishedAt)}
          today={today}
          contact={{
            contactName: content.contactName,
            contactPhone: content.contactPhone,
            contactEmail: content.contactEmail,
          }}
        />
        {reasons.length > 0 && (
          <Notice kind="refused" title={t("returnedFor")}>
            <ReasonList reasons={reasons} />
          </Notice>
        )}
        {vacancy.withdrawalNote && (
          <Notice kind="info" title={t(vacancy.publishedAt ? "publicNote" : "withdrawalReason")}>
            {vacancy.withdrawalNote}
          </Notice>
        )}
        <div className="grid gap-5 xl:grid-cols-[minmax(0,1.7fr)_minmax(0,1fr)]">
          <Card title={t("content")}>
            <ContentView
              content={content}
              names={names}
              marked={new Set(reasons.map((reason) => reason.field as keyof VacancyContent))}
            />
          </Card>
          <div className="space-y-5">
            {vacancy.publishedAt && (
              <Card title={t("hiring")}>
                <Filled filled={vacancy.filledCount} headcount={vacancy.headcount} />
              </Card>
            )}
            {inHand && (
              <Card title={t("form.findings")}>
                <FindingsList
                  findings={findings}
                  duplicateHref={(other) => href(locale, "enterprise", "vacancies", other)}
                />
              </Card>
            )}
            {compared && (
              <Card title={t("differs", { no: inHand ? vacancy.submissionNo : vacancy.submissionNo - 1 })}>
                <DifferenceView {...compared} names={names} />
              </Card>
            )}
            <Card title={t("history.title")}>
              <History acts={acts} />
            </Card>
          </div>
        </div>
      </div>
    </>
  );
}
