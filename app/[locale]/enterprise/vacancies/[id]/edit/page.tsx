import Link from "next/link";
import { notFound, redirect } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { Notice } from "@/components/ui/notice";
import { StatusBadge } from "@/components/vacancies/status-badge";
import { dayOf } from "@/lib/core/day";
import { href, type Locale } from "@/lib/i18n/paths";
import { batchWindow, deskEnterprise, reasonsOf } from "@/lib/vacancies/desk-queries";
import { currentFindings } from "@/lib/vacancies/facts-queries";
import { isSectionKey } from "@/lib/vacancies/sections";
import { deskVacancy, namesOf, parkChoices } from "@/lib/vacancies/vacancy-queries";
import { vacancyWorkflow } from "@/lib/vacancies/workflow";
import { requireEnterprise } from "@/lib/web/session";
import { maySubmit, Standing } from "../../../_parts/standing";
import { ReasonList } from "../../_parts/reason-list";
import { VacancyForm } from "../../_parts/vacancy-form";

export default async function EditVacancyPage({
  params,
  searchParams,
}: PageProps<"/[locale]/enterprise/vacancies/[id]/edit">) {
  const { locale: asked, id: given } = await params;
  const locale = asked as Locale;
  setRequestLocale(locale);
  const { organisation, userId } = await requireEnterprise();
  const id = Number(given);
  const vacancy = Number.isSafeInteger(id) ? await deskVacancy(organisation.id, id) : null;
  if (!vacancy) notFound();
  if (!vacancyWorkflow.can("submit", vacancy.status, "enterprise"))
    redirect(href(locale, "enterprise", "vacancies", id));

  const today = dayOf(new Date());
  const { content } = vacancy;
  const [t, parks, names, findings, batch, enterprise] = await Promise.all([
    getTranslations("vacancies.desk"),
    parkChoices(),
    namesOf([content], locale),
    currentFindings({ id, enterpriseId: organisation.id, content }, today),
    batchWindow(today),
    deskEnterprise(organisation.id),
  ]);
  const reasons = vacancy.status === "RETURNED" ? reasonsOf(vacancy.decisions[0]?.reasons) : [];
  const step = (await searchParams).step;
  return (
    <>
      <PageHeader
        as={Link}
        back={{ href: href(locale, "enterprise", "vacancies"), label: t("list.title") }}
        title={content.titleVi || t("untitled")}
        state={<StatusBadge status={vacancy.status} />}
      />
      <div className="max-w-[52rem] space-y-5">
        <Standing enterprise={enterprise} batch={batch} />
        {reasons.length > 0 && (
          <Notice kind="refused" title={t("returnedFor")}>
            <ReasonList reasons={reasons} />
          </Notice>
        )}
        <VacancyForm
          id={id}
          version={vacancy.version}
          content={content}
          owner={userId}
          startAt={isSectionKey(step) ? step : "position"}
          parks={parks.map((park) => ({ value: String(park.id), label: locale === "vi" ? park.nameVi : park.nameEn }))}
          names={names}
          findings={findings}
          enterpriseName={organisation.nameVi}
          maySubmit={maySubmit(enterprise, batch)}
        />
      </div>
    </>
  );
}
