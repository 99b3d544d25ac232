import { getTranslations } from "next-intl/server";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { formatMoment } from "@/lib/core/day";
import type { Locale } from "@/lib/i18n/paths";
import { rateName } from "@/lib/subsidies/finding-words";
import { unverifiedRates } from "@/lib/subsidies/policy";
import type { PolicyVersionDetail } from "@/lib/subsidies/policy-list-queries";
import { ReleaseRate, RevokeRelease } from "../../_parts/version-acts";

/** Unverified rates and what leaders have said of them. */
export async function Releases({
  version,
  mayRelease,
  locale,
}: {
  version: PolicyVersionDetail;
  mayRelease: boolean;
  locale: Locale;
}) {
  const t = await getTranslations("policies.releases");
  const { definition, releases, versionId } = version;
  const rates = unverifiedRates(
    definition,
    definition.rates.map(({ code }) => code),
  );
  if (rates.length === 0 && releases.length === 0) return null;
  const moment = (at: string) => formatMoment(new Date(at));
  const past = releases.filter(({ revoked }) => revoked);
  return (
    <Card title={t("title")}>
      <p className="mb-3 max-w-measure text-mist-600 text-sm">{t("lede")}</p>
      <ul className="divide-y divide-mist-100">
        {rates.map((rate) => {
          const standing = releases.find(({ rateCode, revoked }) => rateCode === rate.code && !revoked);
          return (
            <li key={rate.code} className="flex flex-wrap items-center justify-between gap-3 py-2.5">
              <div className="min-w-0">
                <p className="font-medium text-mist-900">{rate.name[locale]}</p>
                <p className="text-mist-700 text-sm">
                  {rate.value === null
                    ? t("unknown")
                    : standing
                      ? t("released", { by: standing.by, at: moment(standing.at), reason: standing.reason })
                      : t("held")}
                </p>
              </div>
              <span className="flex flex-wrap items-center gap-2">
                {standing && <Badge tone="done">{t("badge")}</Badge>}
                {mayRelease && standing && <RevokeRelease releaseId={standing.id} />}
                {mayRelease && !standing && rate.value !== null && (
                  <ReleaseRate versionId={versionId} rateCode={rate.code} />
                )}
              </span>
            </li>
          );
        })}
      </ul>
      {past.length > 0 && (
        <details className="mt-3">
          <summary className="tap cursor-pointer text-harbour-600 text-sm">{t("past", { count: past.length })}</summary>
          <ul className="mt-2 space-y-1.5 text-mist-700 text-sm">
            {past.map(({ id, rateCode, by, at, reason, revoked }) => (
              <li key={id}>
                {rateName(definition, rateCode, locale)}: {t("released", { by, at: moment(at), reason })}{" "}
                {revoked && t("revoked", { by: revoked.by ?? "–", at: moment(revoked.at), reason: revoked.reason })}
              </li>
            ))}
          </ul>
        </details>
      )}
    </Card>
  );
}
