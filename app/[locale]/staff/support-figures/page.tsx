import type { Metadata } from "next";
import Link from "next/link";
import { getLocale, getTranslations, setRequestLocale } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { LinkButton } from "@/components/ui/button";
import { LinkTabs } from "@/components/ui/tabs";
import { figureDimensions, figuresAddress, figuresQuery } from "@/lib/budget/figures";
import { figureNames, figuresBy, peopleBehind, refusedBy } from "@/lib/budget/figures-queries";
import { figureWords } from "@/lib/budget/figures-words";
import { formatMoment } from "@/lib/core/day";
import { href, type Locale } from "@/lib/i18n/paths";
import { permissions } from "@/lib/identity/permissions";
import { requireStaff } from "@/lib/web/session";
import { FigureFiltersForm } from "./_parts/figure-filters";
import { FigurePeople } from "./_parts/figure-people";
import { FigureTables } from "./_parts/figure-tables";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("supportFigures"))("title") };
}

/** Figures of training support by what is asked for, and the people behind each of them. */
export default async function SupportFiguresPage({
  params,
  searchParams,
}: PageProps<"/[locale]/staff/support-figures">) {
  setRequestLocale((await params).locale as Locale);
  await requireStaff(permissions.readDossiers);
  const locale = await getLocale();
  const query = figuresQuery.parse(await searchParams);
  const { by, page, measure, ...filters } = query;
  const t = await getTranslations("supportFigures");
  const here = href(locale, "staff", "support-figures");
  const figures = measure ? null : await figuresBy(by, filters, page);
  const [people, reasons] = await Promise.all([
    measure ? peopleBehind(measure, filters, page) : null,
    measure ? [] : refusedBy(filters),
  ]);
  const names = await figureNames(figures?.rows.map(({ key }) => key) ?? [], by, filters.enterprise);
  const words = figureWords(locale, names);
  const said = words.filters(filters);
  return (
    <>
      <PageHeader
        as={Link}
        back={
          measure
            ? {
                href: here + figuresAddress({ ...query, measure: undefined, reason: undefined, page: 1 }),
                label: t("title"),
              }
            : undefined
        }
        title={measure ? t(`measure.${measure}`) : t("title")}
        lede={said.length > 0 ? said.join(" · ") : t("lede")}
        actions={
          <LinkButton
            href={`/api/exports/support-figures${figuresAddress({ ...query, page: 1 }) || "?"}&locale=${locale}`}
            icon="download"
            download
          >
            {t("excel")}
          </LinkButton>
        }
      />
      {!measure && (
        <LinkTabs
          as={Link}
          label={t("title")}
          tabs={figureDimensions.map((one) => ({
            href: here + figuresAddress({ ...filters, by: one }),
            label: t(`by.${one}`),
            current: one === by,
          }))}
        />
      )}
      <FigureFiltersForm query={query} names={names} here={here} year={new Date().getFullYear()} />
      {figures && <FigureTables figures={figures} reasons={reasons} query={query} words={words} here={here} />}
      {people && measure && <FigurePeople people={people} measure={measure} query={query} words={words} here={here} />}
      <p className="mt-5 text-mist-600 text-sm">{t("cutOff", { at: formatMoment(new Date()) })}</p>
    </>
  );
}
