import { useFormatter, useLocale, useTranslations } from "next-intl";
import { ExplainedFindings } from "@/components/cohorts/explained-findings";
import { ReportView } from "@/components/reports/report-view";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { DiffList } from "@/components/ui/diff-list";
import { explainedOf } from "@/lib/cohorts/plausibility";
import type { Answers } from "@/lib/reports/answers";
import { compareAnswers } from "@/lib/reports/compare";
import { definitionOf } from "@/lib/reports/definition";
import type { SubmissionVersion } from "@/lib/reports/owed-queries";

const minute = { day: "2-digit", month: "2-digit", year: "numeric", hour: "2-digit", minute: "2-digit" } as const;
const outcomes = { RETURNED: "hot", ACCEPTED: "done" } as const;

/** The reasons of a return, by field. */
export const reasonsOf = (version: SubmissionVersion | undefined): Record<string, string> =>
  version?.reasons && typeof version.reasons === "object" && !Array.isArray(version.reasons)
    ? (version.reasons as Record<string, string>)
    : {};

/**
 * What was handed in: the latest version, the earlier ones by what changed in each. `deciding`: for whoever decides on it, so
 * that nothing of a version without an outcome is folded.
 */
export function Versions({
  versions,
  deciding = false,
}: {
  versions: readonly SubmissionVersion[];
  deciding?: boolean;
}) {
  const t = useTranslations("duties.versions");
  const format = useFormatter();
  const locale = useLocale();
  return (
    <ol className="space-y-5">
      {versions.map((version, at) => {
        const earlier = versions[at + 1];
        const definition = definitionOf(version.formVersion.definition);
        const changes = earlier
          ? compareAnswers(definition, earlier.content as Answers, version.content as Answers, locale)
          : [];
        return (
          <li key={version.id} className="space-y-3">
            <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <h2 className="font-semibold text-harbour-900 text-lg">{t("no", { no: version.no })}</h2>
              {version.outcome && <Badge tone={outcomes[version.outcome]}>{t(version.outcome)}</Badge>}
              <p className="text-mist-600 text-sm">
                {version.submittedBy
                  ? t("by", {
                      name: version.submittedBy.fullName,
                      at: format.dateTime(version.submittedAt, minute),
                    })
                  : t("at", { at: format.dateTime(version.submittedAt, minute) })}
                {version.preparedBy && ` · ${t("preparedBy", { name: version.preparedBy.fullName })}`}
                {version.fromFile && ` · ${t("fromFile")}`}
              </p>
            </div>
            {version.note && (
              <p className="max-w-measure whitespace-pre-line rounded-md bg-amber-50 px-3 py-2 text-amber">
                {t("note", { name: version.decidedBy?.fullName ?? t("reader"), note: version.note })}
              </p>
            )}
            <ExplainedFindings findings={explainedOf(version.findings)} />
            {version.nil ? (
              <Card>
                <p>{t("nil")}</p>
              </Card>
            ) : at === 0 ? (
              <ReportView
                definition={definition}
                content={version.content as Answers}
                reasons={reasonsOf(version)}
                whole={deciding && version.outcome === null}
              />
            ) : null}
            {earlier && (
              <Card title={t("changed", { no: earlier.no, count: changes.length })}>
                {changes.length > 0 ? (
                  <DiffList differences={changes} />
                ) : (
                  <p className="text-mist-600">{t("unchanged")}</p>
                )}
              </Card>
            )}
          </li>
        );
      })}
    </ol>
  );
}
