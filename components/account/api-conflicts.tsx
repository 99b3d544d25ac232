import Link from "next/link";
import { useTranslations } from "next-intl";
import { href, type Locale } from "@/lib/i18n/paths";
import type { ApiConflictRow } from "@/lib/identity/api-key-queries";
import { momentText } from "@/lib/identity/moment";

/** Updates of the enterprise's software that came too late, so that a person sees what is to be reconciled. */
export function ApiConflicts({ conflicts, locale }: { conflicts: readonly ApiConflictRow[]; locale: Locale }) {
  const t = useTranslations("account.apiKeys.conflicts");
  if (conflicts.length === 0) return <p className="text-mist-700">{t("none")}</p>;
  return (
    <>
      <p className="text-mist-700 text-sm">{t("lede")}</p>
      <ul className="mt-2 divide-y divide-mist-100">
        {conflicts.map(({ id, vacancyId, titleVi, sentVersion, currentVersion, at, key }) => (
          <li key={id} className="py-3">
            <p>
              <Link
                href={href(locale, "enterprise", "vacancies", vacancyId)}
                className="font-semibold text-harbour-600 underline"
              >
                {titleVi || t("untitled", { id: String(vacancyId) })}
              </Link>
            </p>
            <p className="text-sm">{t("versions", { sent: String(sentVersion), current: String(currentVersion) })}</p>
            <p className="text-mist-600 text-sm">
              {momentText(at)} · {key.name}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}
