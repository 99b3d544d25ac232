import { useTranslations } from "next-intl";
import type { Fit } from "@/lib/cohorts/public-school-queries";
import { labelOf, trainingFields, trainingLevels } from "@/lib/cohorts/vocabulary";
import { formatCount } from "@/lib/core/money";
import { href, type Locale } from "@/lib/i18n/paths";
import { emptySearch, searchString } from "@/lib/vacancies/search";
import { ListingList } from "./listing-list";

/** What is open for each field and level, the newest first, and the search in which all of it is. */
export function FittingJobs({ fits, today, locale }: { fits: readonly Fit[]; today: string; locale: Locale }) {
  const t = useTranslations("schools");
  return (
    <section>
      <h2 className="text-lg">{t("fits")}</h2>
      <p className="mt-1 mb-4 max-w-measure text-mist-600 text-sm">{t("fitsUnverified")}</p>
      <div className="space-y-6">
        {fits.map(({ field, level, codes, total, listings }) => {
          const name = `${labelOf(trainingFields, field, locale)} · ${labelOf(trainingLevels, level, locale)}`;
          const search = searchString({ ...emptySearch, occupation: codes });
          return (
            <section key={`${field} ${level}`}>
              <div className="mb-2 flex flex-wrap items-baseline justify-between gap-x-4">
                <h3 className="font-semibold text-harbour-900">{name}</h3>
                <span className="figures text-mist-600 text-sm">
                  {total > 0 ? t("fitting", { n: total, count: formatCount(total, locale) }) : t("noFit")}
                </span>
              </div>
              {listings.length > 0 && (
                <>
                  <ListingList listings={listings} today={today} locale={locale} level={3} />
                  <p className="no-print mt-2">
                    <a
                      className="link tap text-sm"
                      href={`${href(locale, "jobs")}?${search}`}
                      aria-label={`${t("allFitting")}: ${name}`}
                    >
                      {t("allFitting")}
                    </a>
                  </p>
                </>
              )}
            </section>
          );
        })}
      </div>
    </section>
  );
}
