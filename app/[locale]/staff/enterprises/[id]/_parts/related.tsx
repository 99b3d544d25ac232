import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { StatusBadge } from "@/components/vacancies/status-badge";
import { formatDay } from "@/lib/core/day";
import { formatCount } from "@/lib/core/money";
import type { membersOf, vacanciesOf } from "@/lib/organisations/enterprise-queries";

/** The latest vacancies of an enterprise. */
export function Vacancies({
  rows,
  total,
  open,
  itemHref,
}: Awaited<ReturnType<typeof vacanciesOf>> & { itemHref?: ((id: number) => string) | undefined }) {
  const t = useTranslations("register.entry");
  const locale = useLocale();
  return (
    <Card title={t("vacancies")}>
      {total === 0 ? (
        <p className="text-mist-600">{t("vacanciesNone")}</p>
      ) : (
        <p className="mb-2 text-mist-600 text-sm">{t("vacanciesTotal", { total, open })}</p>
      )}
      <ul className="divide-y divide-mist-100">
        {rows.map((row) => {
          const title = (locale === "en" && row.titleEn) || row.titleVi;
          return (
            <li key={row.id} className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 py-2.5">
              <div className="min-w-0">
                {itemHref ? (
                  <Link href={itemHref(row.id)} className="font-semibold text-harbour-900 hover:underline">
                    {title}
                  </Link>
                ) : (
                  <span className="font-semibold text-harbour-900">{title}</span>
                )}
                <p className="figures text-mist-600 text-sm">
                  {[
                    t("people", {
                      filled: formatCount(row.filledCount, locale),
                      count: formatCount(row.headcount, locale),
                    }),
                    row.deadline && t("until", { day: formatDay(row.deadline) }),
                  ]
                    .filter(Boolean)
                    .join(" · ")}
                </p>
              </div>
              <StatusBadge status={row.status} />
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

/** The people who act for an enterprise. */
export function Members({ members }: { members: Awaited<ReturnType<typeof membersOf>> }) {
  const t = useTranslations("register.entry");
  return (
    <Card title={t("members")}>
      {members.length === 0 && <p className="text-mist-600">{t("membersNone")}</p>}
      <ul className="divide-y divide-mist-100">
        {members.map((member) => (
          <li key={member.id} className="flex flex-wrap items-baseline justify-between gap-x-4 py-2.5">
            <div className="min-w-0">
              <p className="font-semibold text-harbour-900">{member.fullName}</p>
              <p className="break-all text-mist-600 text-sm">{member.email}</p>
            </div>
            <span className="text-mist-700 text-sm">{t(`role.${member.role}`)}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
