import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import { formatDay } from "@/lib/core/day";
import type { Policy, PolicyGroup, PolicyPaper, PolicyRate, Words } from "@/lib/subsidies/policy";
import { ratesOf } from "@/lib/subsidies/policy";
import { VerifiedBadge } from "./findings-list";
import { useRateWords } from "./rate-words";

/** The clause that something rests on, and whether anybody has confirmed it. */
function Rests({ clause, verified }: { clause: Words; verified: boolean }) {
  const t = useTranslations("subsidies");
  const locale = useLocale();
  return (
    <p className="mt-1 flex flex-wrap items-center gap-x-2.5 gap-y-1 text-mist-600 text-sm">
      <cite className="not-italic">{t("clause", { clause: clause[locale] })}</cite>
      <VerifiedBadge verified={verified} />
    </p>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="min-w-0">
      <h3 className="font-semibold text-harbour-900 text-sm">{title}</h3>
      {children}
    </section>
  );
}

/** What a group asks of a person, each condition a sentence of its own. */
function Conditions({ group: { conditions, applicants } }: { group: PolicyGroup }) {
  const t = useTranslations("subsidies");
  const list = (values: string[]) => values.join(", ");
  const said = [
    conditions.educationFloor && t("condition.educationFloor", { floor: t(`education.${conditions.educationFloor}`) }),
    conditions.lacksMatchingQualification && t("condition.lacksMatchingQualification"),
    conditions.employed && t("condition.employed"),
    conditions.localSchool && t("condition.localSchool"),
    conditions.levels.length > 0 &&
      t("condition.levels", { levels: list(conditions.levels.map((level) => t(`qualification.${level}`))) }),
    conditions.listedOccupation && t("condition.listedOccupation"),
    t("condition.applicants", { applicants: list(applicants.map((kind) => t(`applicant.${kind}`))) }),
  ].filter((one): one is string => Boolean(one));
  return (
    <ul className="mt-1 list-disc space-y-1 pl-5 text-mist-900">
      {said.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}

function RateLine({ rate }: { rate: PolicyRate }) {
  const t = useTranslations("subsidies");
  const locale = useLocale();
  const words = useRateWords();
  return (
    <li className="py-2.5 first:pt-1.5 last:pb-0">
      <p className="font-medium text-mist-900">
        {rate.name[locale]}: <span className="figures">{words.value(rate)}</span>
      </p>
      <p className="text-mist-700 text-sm">
        {[t("paidTo", { payee: t(`payee.${rate.payee}`) }), ...words.limits(rate)].join(" ")}
      </p>
      <Rests {...rate} />
    </li>
  );
}

/** Papers of a list, with who brings each and what it must show. */
export function PaperList({ papers }: { papers: readonly PolicyPaper[] }) {
  const t = useTranslations("subsidies.paper");
  const locale = useLocale();
  return (
    <ul className="divide-y divide-mist-100">
      {papers.map((paper) => (
        <li key={paper.code} className="py-2.5 first:pt-1.5 last:pb-0">
          <p className="text-mist-900">
            <span className="font-medium">{paper.name[locale]}</span> ({t(`per.${paper.per}`)}
            {paper.required ? "" : `; ${t("ifAny")}`})
          </p>
          {paper.help && <p className="text-mist-700 text-sm">{paper.help[locale]}</p>}
          <Rests {...paper} />
        </li>
      ))}
    </ul>
  );
}

function GroupCard({ policy, group }: { policy: Policy; group: PolicyGroup }) {
  const t = useTranslations("subsidies.view");
  const locale = useLocale();
  const rates = ratesOf(policy, group.code);
  return (
    <Card title={group.name[locale]} id={`group-${group.code}`}>
      <p className="max-w-measure text-mist-900">{group.plain[locale]}</p>
      <Rests {...group} />
      <div className="mt-5 grid gap-6 lg:grid-cols-3">
        <Part title={t("conditions")}>
          <Conditions group={group} />
        </Part>
        <Part title={t("rates")}>
          {rates.length === 0 ? (
            <p className="mt-1 text-mist-700">{t("noRate")}</p>
          ) : (
            <ul className="divide-y divide-mist-100">
              {rates.map((rate) => (
                <RateLine key={rate.code} rate={rate} />
              ))}
            </ul>
          )}
        </Part>
        <Part title={t("papers")}>
          <PaperList papers={group.papers} />
        </Part>
      </div>
    </Card>
  );
}

/** A version of a policy in plain words: whoever reads it, public or staff, reads the data that the rules read. */
export function PolicyView({ policy }: { policy: Policy }) {
  const t = useTranslations("subsidies.view");
  const locale = useLocale();
  const { validity, processing, correction, reports } = policy;
  return (
    <div className="space-y-6">
      <Card title={t("occupations", { count: policy.occupations.length })} id="occupations">
        <ul className="grid gap-x-8 gap-y-3 sm:grid-cols-2 lg:grid-cols-3">
          {policy.occupations.map((occupation) => (
            <li key={occupation.code}>
              <p className="font-medium text-mist-900">{occupation.name[locale]}</p>
              <Rests {...occupation} />
            </li>
          ))}
        </ul>
      </Card>
      {policy.groups.map((group) => (
        <GroupCard key={group.code} policy={policy} group={group} />
      ))}
      <Card title={t("times")} id="times">
        <ul className="divide-y divide-mist-100">
          <li className="py-2.5 first:pt-0">
            <p>{t("validity", { from: formatDay(validity.from), to: formatDay(validity.to) })}</p>
            <Rests {...validity} />
          </li>
          <li className="py-2.5">
            <p>{t("processing", { days: processing.workingDays })}</p>
            <Rests {...processing} />
          </li>
          <li className="py-2.5">
            <p>{t("correction", { days: correction.workingDays })}</p>
            <Rests {...correction} />
          </li>
          {reports.map((report) => (
            <li key={`${report.month}-${report.day}`} className="py-2.5 last:pb-0">
              <p>
                {t("report", {
                  date: `${String(report.day).padStart(2, "0")}/${String(report.month).padStart(2, "0")}`,
                })}
              </p>
              <Rests {...report} />
            </li>
          ))}
        </ul>
      </Card>
    </div>
  );
}
