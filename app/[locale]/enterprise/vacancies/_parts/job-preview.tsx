import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import { PackageList } from "@/components/vacancies/package-list";
import { Wage } from "@/components/vacancies/wage";
import { formatDay } from "@/lib/core/day";
import type { VacancyContent } from "@/lib/vacancies/schema";

/** The listing in the order in which a job seeker reads it: pay and package, then work, requirements, place, until when. */
export function JobPreview({
  content,
  park,
  enterpriseName,
}: {
  content: VacancyContent;
  park: string;
  enterpriseName: string;
}) {
  const t = useTranslations("vacancies");
  const prose = "max-w-measure whitespace-pre-line break-words text-mist-800";
  return (
    <section
      aria-label={t("desk.preview.label")}
      className="rounded-card border border-mist-300 border-dashed bg-mist-50 p-5"
    >
      <p className="mb-3 flex items-center gap-1.5 text-mist-600 text-sm">
        <Icon name="eye" size={16} />
        {t("desk.preview.label")}
      </p>
      <h3 className="break-words font-semibold text-harbour-900 text-xl">{content.titleVi || t("desk.untitled")}</h3>
      <p className="mt-0.5 text-mist-700">
        {enterpriseName} · {park}
      </p>
      <p className="mt-3 font-semibold text-harbour-900 text-lg">
        <Wage content={content} />
      </p>
      {content.allowancesVi && <p className="text-mist-700 text-sm">{content.allowancesVi}</p>}
      <div className="mt-3">
        <PackageList content={content} />
      </div>
      {content.busRoutes && content.bus && (
        <p className="mt-1 text-mist-700 text-sm">
          {t("field.busRoutes")}: {content.busRoutes}
        </p>
      )}
      <p className="mt-3 text-mist-800">
        {t("desk.preview.headcount", { count: content.headcount })}
        {content.deadline && ` · ${t("desk.preview.until", { day: formatDay(content.deadline) })}`}
      </p>
      {content.descriptionVi && (
        <>
          <h4 className="mt-4 font-semibold text-harbour-900">{t("field.descriptionVi")}</h4>
          <p className={prose}>{content.descriptionVi}</p>
        </>
      )}
      {content.requirementsVi && (
        <>
          <h4 className="mt-4 font-semibold text-harbour-900">{t("field.requirementsVi")}</h4>
          <p className={prose}>{content.requirementsVi}</p>
        </>
      )}
      <p className="mt-4 flex flex-wrap gap-x-4 text-mist-700 text-sm">
        {[content.contactName, content.contactPhone, content.contactEmail].filter(Boolean).join(" · ")}
      </p>
    </section>
  );
}
