import { useFormatter, useTranslations } from "next-intl";
import type { DeskVacancy } from "@/lib/vacancies/vacancy-queries";

/** In whose hands a vacancy is, since when, and in which batch. */
export function Holder({ vacancy }: { vacancy: DeskVacancy }) {
  const t = useTranslations("vacancies.desk");
  const format = useFormatter();
  const { status, batch } = vacancy;
  const since = {
    DRAFT: vacancy.updatedAt,
    SUBMITTED: vacancy.submittedAt,
    RETURNED: vacancy.decisions[0]?.at ?? vacancy.updatedAt,
    APPROVED: vacancy.approvedAt,
    PUBLISHED: vacancy.publishedAt,
    FILLED: vacancy.closedAt,
    EXPIRED: vacancy.closedAt,
    WITHDRAWN: vacancy.closedAt,
  }[status];
  return (
    <>
      {t(`holder.${status}`, {
        since: since
          ? format.dateTime(since, {
              day: "2-digit",
              month: "2-digit",
              year: "numeric",
              hour: "2-digit",
              minute: "2-digit",
            })
          : "–",
        person: vacancy.assignedTo?.fullName ?? t("holder.nobody"),
      })}
      {batch && ` · ${t("batchName", { no: batch.no, month: batch.month, year: String(batch.year) })}`}
    </>
  );
}
