import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { SubjectTrail } from "@/components/audit/subject-trail";
import { PageHeader } from "@/components/layout/page-header";
import { Badge } from "@/components/ui/badge";
import { Button, LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { SelectField, TextField } from "@/components/ui/field";
import { auditOf } from "@/lib/audit/queries";
import { trailCursor } from "@/lib/audit/schema";
import { formatDay, formatMoment } from "@/lib/core/day";
import { formatDecimal } from "@/lib/core/decimal";
import { namedPeriod } from "@/lib/deadlines/recurrence";
import { href, type Locale } from "@/lib/i18n/paths";
import { figureKeys } from "@/lib/reports/figures";
import { periodOutliers } from "@/lib/reports/outlier-queries";
import { earlierPeriods, mappedParks, periodProgress, readPeriod } from "@/lib/reports/period-queries";
import { type AnswersQuery, cutOffOf, includings, periodView } from "@/lib/reports/period-schema";
import { closesPeriods, decidesFor, readsFor, readsReports } from "@/lib/reports/scope";
import { periodTotals } from "@/lib/reports/totals-queries";
import { unitCentres } from "@/lib/vacancies/directory-queries";
import { requireStaff } from "@/lib/web/session";
import { periodAddress } from "../_parts/address";
import { ClosePeriod, ReopenPeriod } from "../_parts/closing";
import { ProgressByPlace, ProgressCard } from "../_parts/progress";
import { TotalsCard } from "../_parts/totals";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("periods"))("title") };
}

const compared = 4;

export default async function PeriodPage({ params, searchParams }: PageProps<"/[locale]/staff/periods/[id]">) {
  const { locale: asked, id: given } = await params;
  const locale = asked as Locale;
  setRequestLocale(locale);
  const me = await requireStaff(readsReports);
  const period = /^\d{1,9}$/.test(given) ? await readPeriod(me, Number(given)) : null;
  if (!period) notFound();
  const said = await searchParams;
  const view = periodView.parse(said);
  const { including } = view;
  const asOf = cutOffOf(view.at, period.closedAt, new Date());
  const cursor = trailCursor(said);
  const { definition } = period;
  const totalsOf = (one: typeof period) =>
    one.definition ? periodTotals(one.id, one.definition, asOf, including) : { answers: 0, sums: {} };
  const before = await earlierPeriods(period, compared);
  const [t, parts, totals, earlier, outliers, parks, units, trail] = await Promise.all([
    getTranslations("periods"),
    periodProgress(period.id, asOf),
    totalsOf(period),
    Promise.all(before.map(async (one) => ({ period: one, totals: await totalsOf(one) }))),
    periodOutliers(period, before[0], asOf, including),
    mappedParks(),
    unitCentres(),
    auditOf("period", period.id, { cursor }),
  ]);
  const here = href(locale, "staff", "periods", period.id);
  const to = (query: Partial<AnswersQuery>) =>
    periodAddress(href(locale, "staff", "periods", period.id, "answers"), asOf, { including, ...query });
  const file = (kind: string) =>
    `${periodAddress(`/api/exports/periods/${period.id}/${kind}`, asOf, { including })}&locale=${locale}`;
  const closes = closesPeriods(me) && decidesFor(me, period.reviewer);
  const act = (name: "close" | "reopen") => ({
    act: t(`${name}.act`),
    title: t(`${name}.title`),
    body: t(`${name}.body`),
    done: t(`${name}.done`),
  });
  const number = (value: number) => formatDecimal(value, locale);
  return (
    <>
      <PageHeader
        as={Link}
        back={{ href: href(locale, "staff", "periods"), label: t("title") }}
        title={namedPeriod(locale === "vi" ? period.nameVi : period.nameEn, period.slot)}
        state={<Badge tone={period.closedAt ? "done" : "neutral"}>{t(period.closedAt ? "closed" : "open")}</Badge>}
        lede={`${t("covers", { from: formatDay(period.coversFrom), to: formatDay(period.coversTo) })} · ${t("column.due")} ${formatDay(period.dueOn)}`}
        actions={
          <>
            <LinkButton href={file("excel")} icon="download">
              {t("files.excel")}
            </LinkButton>
            <LinkButton href={file("word")} icon="download">
              {t("files.word")}
            </LinkButton>
            {closes &&
              (period.closedAt ? (
                <ReopenPeriod id={period.id} words={{ ...act("reopen"), reason: t("reopen.reason") }} />
              ) : (
                <ClosePeriod id={period.id} words={act("close")} />
              ))}
          </>
        }
      />
      <div className="space-y-5">
        <Card as="div">
          <p className="font-semibold">{t("cutOff", { at: formatMoment(asOf) })}</p>
          {period.closedAt && (
            <p className="text-mist-600">{t("cutOffClosed", { at: formatMoment(period.closedAt) })}</p>
          )}
          <form action={here} className="no-print mt-3 flex flex-wrap items-end gap-3">
            <TextField
              name="at"
              id="cut-off"
              type="datetime-local"
              step={1}
              label={t("setCutOff")}
              // `sv-SE` writes what the field takes.
              defaultValue={asOf.toLocaleString("sv-SE", { timeZone: "Asia/Ho_Chi_Minh" }).replace(" ", "T")}
            />
            <SelectField
              name="including"
              label={t("including.label")}
              defaultValue={including}
              choices={includings.map((value) => ({ value, label: t(`including.${value}`) }))}
            />
            <Button type="submit">{t("show")}</Button>
            <LinkButton as={Link} variant="quiet" href={periodAddress(here, new Date(), { including })}>
              {t("toNow")}
            </LinkButton>
          </form>
        </Card>
        <ProgressCard all={parts.all} to={to} />
        <TotalsCard
          figures={definition ? figureKeys(definition) : []}
          totals={totals}
          earlier={earlier}
          to={(figure) => to({ figure })}
        />
        <Card title={t("outliers.title")}>
          <p className="max-w-measure text-mist-600">{t("outliers.lede")}</p>
          {outliers.length === 0 ? (
            <p className="mt-3">{t("outliers.none")}</p>
          ) : (
            <ul className="mt-3 divide-y divide-mist-100">
              {outliers.map((one) => (
                <li key={`${one.id}-${one.figure.key}`} className="py-2.5">
                  <Link
                    className="tap font-semibold underline"
                    href={
                      readsFor(me, period.reviewer)
                        ? href(locale, "staff", "reports", one.id)
                        : to({ figure: one.figure.key })
                    }
                  >
                    {one.who}
                  </Link>
                  <p>
                    {t(`outliers.${one.kind}`, {
                      figure: one.figure.label[locale],
                      value: number(one.value),
                      usual: number(one.usual),
                      score: number(Math.round(one.score * 10) / 10),
                      among: one.among,
                    })}
                  </p>
                </li>
              ))}
            </ul>
          )}
        </Card>
        <ProgressByPlace parts={parts} parks={parks} units={units} to={to} />
        <SubjectTrail lines={trail.items} next={trail.next} cursor={cursor} here={here} namesOthers />
      </div>
    </>
  );
}
