import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { OutcomeForm } from "@/components/internships/outcome-form";
import { PageHeader } from "@/components/layout/page-header";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { SelectField } from "@/components/ui/field";
import { EmptyState } from "@/components/ui/states";
import { LinkTabs } from "@/components/ui/tabs";
import { ownOutcomes } from "@/lib/cohorts/outcome-queries";
import { outcomeMonths, outcomeQuery } from "@/lib/cohorts/outcome-schema";
import { labelOf, trainingLevels } from "@/lib/cohorts/vocabulary";
import { dayOf } from "@/lib/core/day";
import { href, type Locale } from "@/lib/i18n/paths";
import { requireSchool } from "@/lib/web/session";
import { save } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("internships"))("outcome.title") };
}

export default async function Page({ params, searchParams }: PageProps<"/[locale]/school/outcomes">) {
  const locale = (await params).locale as Locale;
  setRequestLocale(locale);
  const { organisation, userId } = await requireSchool();
  const query = outcomeQuery.parse(await searchParams);
  const present = Number(dayOf(new Date()).slice(0, 4));
  const year = query.year ?? present - 1;
  const [t, { rows, version, saved }] = await Promise.all([
    getTranslations("internships"),
    ownOutcomes(organisation.id, year, query.months),
  ]);
  const base = href(locale, "school", "outcomes");
  return (
    <>
      <PageHeader
        as={Link}
        title={t("outcome.title")}
        lede={t("outcome.lede")}
        state={<Badge tone={saved ? "done" : "waiting"}>{t(saved ? "outcome.isSaved" : "outcome.notSaved")}</Badge>}
      />
      <form action={base} className="my-4 flex flex-wrap items-end gap-3">
        <input type="hidden" name="months" value={query.months} />
        <SelectField
          name="year"
          label={t("outcome.year")}
          defaultValue={String(year)}
          choices={Array.from({ length: 6 }, (_, at) => String(present - at)).map((value) => ({ value, label: value }))}
        />
        <Button type="submit">{t("outcome.show")}</Button>
      </form>
      <LinkTabs
        as={Link}
        label={t("outcome.title")}
        tabs={outcomeMonths.map((months) => ({
          href: `${base}?year=${year}&months=${months}`,
          label: t("outcome.after", { months }),
          current: query.months === months,
        }))}
      />
      <Card className="mt-5">
        {rows.length === 0 ? (
          <EmptyState icon="graduation-cap" title={t("outcome.none")}>
            {t("outcome.noneBody")}
          </EmptyState>
        ) : (
          <OutcomeForm
            key={`${year} ${query.months} ${version}`}
            year={year}
            months={query.months}
            version={version}
            rows={rows.map(({ code, name, level, field: _, ...counts }) => ({
              ...counts,
              code,
              title: `${name} · ${labelOf(trainingLevels, level, locale)} (${code})`,
            }))}
            owner={userId}
            action={save}
          />
        )}
      </Card>
    </>
  );
}
