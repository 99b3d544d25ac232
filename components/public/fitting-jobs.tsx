import { useTranslations } from "next-intl";
import { classes } from "@/components/ui/classes";
import { Icon } from "@/components/ui/icon";
import type { Fit } from "@/lib/cohorts/public-school-queries";
import { labelOf, trainingFields, trainingLevels } from "@/lib/cohorts/vocabulary";
import { formatCount } from "@/lib/core/money";
import { href, type Locale } from "@/lib/i18n/paths";
import { emptySearch, searchString } from "@/lib/vacancies/search";
import { ListingList } from "./listing-list";

/** Name and count beside each other, on a phone below. */
const line = "grid grid-cols-[1rem_1fr] items-center gap-x-2 px-4 py-3 sm:grid-cols-[1rem_1fr_auto] sm:px-5";

/**
 * What is open for each field and level, the newest first, and the search in which all of it is; those with the most come
 * first and the first is unfolded, without script.
 */
export function FittingJobs({ fits, today, locale }: { fits: readonly Fit[]; today: string; locale: Locale }) {
  const t = useTranslations("schools");
  const nameOf = ({ field, level }: Fit) =>
    `${labelOf(trainingFields, field, locale)} · ${labelOf(trainingLevels, level, locale)}`;
  const head = (fit: Fit) => (
    <>
      <h3 className="min-w-0 font-semibold text-harbour-900">{nameOf(fit)}</h3>
      <span className="figures text-mist-600 text-sm max-sm:col-start-2">
        {fit.total > 0 ? t("fitting", { n: fit.total, count: formatCount(fit.total, locale) }) : t("noFit")}
      </span>
    </>
  );
  return (
    <section>
      <h2 className="text-lg">{t("fits")}</h2>
      <p className="mt-1 mb-3 max-w-measure text-mist-600 text-sm">{t("fitsUnverified")}</p>
      <div className="card divide-y divide-mist-200">
        {[...fits]
          .sort((a, b) => b.total - a.total)
          .map((fit, at) => {
            const key = `${fit.field} ${fit.level}`;
            if (fit.listings.length === 0)
              return (
                <div key={key} className={line}>
                  <span aria-hidden="true" />
                  {head(fit)}
                </div>
              );
            const search = searchString({ ...emptySearch, occupation: fit.codes });
            return (
              <details key={key} className="paper-open group/fit" open={at === 0}>
                <summary className={classes(line, "cursor-pointer list-none")}>
                  <Icon name="chevron-right" size={16} className="text-mist-600 group-open/fit:rotate-90" />
                  {head(fit)}
                </summary>
                <div className="px-4 pb-4 sm:px-5">
                  <ListingList listings={fit.listings} today={today} locale={locale} level={3} />
                  <p className="no-print mt-2">
                    <a
                      className="link tap text-sm"
                      href={`${href(locale, "jobs")}?${search}`}
                      aria-label={`${t("allFitting")}: ${nameOf(fit)}`}
                    >
                      {t("allFitting")}
                    </a>
                  </p>
                </div>
              </details>
            );
          })}
      </div>
    </section>
  );
}
