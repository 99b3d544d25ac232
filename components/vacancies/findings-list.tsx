import { useTranslations } from "next-intl";
import { classes } from "@/components/ui/classes";
import { Icon, type IconName } from "@/components/ui/icon";
import type { Finding } from "@/lib/vacancies/findings";
import type { VacancyContent } from "@/lib/vacancies/schema";

const looks: Record<Finding["severity"], { icon: IconName; ink: string }> = {
  block: { icon: "circle-x", ink: "text-brick" },
  warn: { icon: "warning", ink: "text-amber" },
  info: { icon: "info", ink: "text-harbour-600" },
};

/**
 * What the computer sees in a vacancy, each with the field it is about and the law it rests on. `fieldHref` makes the
 * field a link to its place; `duplicateHref` the listing that it resembles.
 */
export function FindingsList({
  findings,
  fieldHref,
  duplicateHref,
}: {
  findings: readonly Finding[];
  fieldHref?: ((field: keyof VacancyContent) => string) | undefined;
  duplicateHref?: ((id: number) => string) | undefined;
}) {
  const t = useTranslations("vacancies");
  if (findings.length === 0)
    return (
      <p className="flex items-center gap-2 text-mist-700">
        <Icon name="circle-check" className="text-leaf" />
        {t("findings.none")}
      </p>
    );
  return (
    <ul className="divide-y divide-mist-100">
      {findings.map((finding) => {
        const { icon, ink } = looks[finding.severity];
        const field = finding.field && t(`field.${finding.field}`);
        const other = finding.code === "duplicate" ? Number(finding.params?.id) : null;
        return (
          <li
            key={`${finding.code}/${finding.field ?? ""}/${finding.params?.word ?? finding.params?.id ?? ""}`}
            className="flex gap-2.5 py-2.5 first:pt-0 last:pb-0"
          >
            <Icon name={icon} size={18} className={classes("mt-0.5", ink)} />
            <div className="min-w-0">
              <p className="text-mist-900">
                <span className={classes("font-semibold", ink)}>{t(`findings.${finding.severity}`)}: </span>
                {t(`finding.${finding.code}`, finding.params ?? {})}
              </p>
              {(field || finding.citation) && (
                <p className="text-mist-600 text-sm">
                  {finding.field && fieldHref ? (
                    <a href={fieldHref(finding.field)} className="text-harbour-600 underline">
                      {field}
                    </a>
                  ) : (
                    field
                  )}
                  {field && finding.citation && " · "}
                  {finding.citation && (
                    <cite className="not-italic">{t("findings.citation", { citation: finding.citation })}</cite>
                  )}
                </p>
              )}
              {other !== null && duplicateHref && (
                <a href={duplicateHref(other)} className="text-harbour-600 text-sm underline">
                  {t("findings.openOther")}
                </a>
              )}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
