import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { classes } from "@/components/ui/classes";
import { Icon, type IconName } from "@/components/ui/icon";
import { findingValues } from "@/lib/subsidies/finding-words";
import type { Finding, Severity } from "@/lib/subsidies/findings";
import type { Policy } from "@/lib/subsidies/policy";

const looks: Record<Severity, { icon: IconName; ink: string }> = {
  STOPS: { icon: "circle-x", ink: "text-brick" },
  ASKS: { icon: "warning", ink: "text-amber" },
  TELLS: { icon: "info", ink: "text-harbour-600" },
};

/** Has somebody of the Authority confirmed it? In a word. */
export function VerifiedBadge({ verified }: { verified: boolean }) {
  const t = useTranslations("subsidies");
  return verified ? <Badge tone="done">{t("verified")}</Badge> : <Badge tone="waiting">{t("unverified")}</Badge>;
}

/** What stands for or against a person of a dossier, each with the clause that it rests on; `act`: what can be done about it. */
export function SubsidyFindings({
  policy,
  findings,
  act,
}: {
  policy: Policy;
  findings: readonly Finding[];
  act?: ((finding: Finding) => ReactNode) | undefined;
}) {
  const t = useTranslations("subsidies");
  const locale = useLocale();
  if (findings.length === 0)
    return (
      <p className="flex items-center gap-2 text-mist-700">
        <Icon name="circle-check" className="text-leaf" />
        {t("noFindings")}
      </p>
    );
  return (
    <ul className="divide-y divide-mist-100">
      {findings.map((finding) => {
        const { icon, ink } = looks[finding.severity];
        return (
          <li
            key={`${finding.code}/${finding.field ?? ""}/${finding.paper ?? ""}/${finding.rate ?? ""}`}
            className="flex gap-2.5 py-2.5 first:pt-0 last:pb-0"
          >
            <Icon name={icon} size={18} className={classes("mt-0.5", ink)} />
            <div className="min-w-0">
              <p className="text-mist-900">
                <span className={classes("font-semibold", ink)}>{t(`severity.${finding.severity}`)}: </span>
                {t(`findings.${finding.code}`, findingValues(policy, finding, locale))}
              </p>
              {act?.(finding)}
              {finding.clause && (
                <p className="text-mist-600 text-sm">
                  <cite className="not-italic">{t("clause", { clause: finding.clause[locale] })}</cite>
                </p>
              )}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
