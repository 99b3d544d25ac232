import type { Metadata } from "next";
import Link from "next/link";
import { getFormatter, getTranslations, setRequestLocale } from "next-intl/server";
import { DifficultyList } from "@/components/cohorts/difficulty-list";
import { PageHeader } from "@/components/layout/page-header";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { PhoneFold } from "@/components/ui/phone-fold";
import { EmptyState } from "@/components/ui/states";
import { RowTitle, Table } from "@/components/ui/table";
import { compareYears, studentsOf, womenOf } from "@/lib/cohorts/compared";
import { ownAnswers } from "@/lib/cohorts/own-answers-queries";
import { formatCount } from "@/lib/core/money";
import { href, type Locale } from "@/lib/i18n/paths";
import { requireSchool } from "@/lib/web/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("cohorts.answers"))("title") };
}

/** More programmes than these are folded on a phone. */
const mostInSight = 12;

/** What the school has told the Authority: year beside year, and what became of its difficulties. */
export default async function AnswersPage({ params }: PageProps<"/[locale]/school/answers">) {
  const locale = (await params).locale as Locale;
  setRequestLocale(locale);
  const me = await requireSchool();
  const [t, format, answers] = await Promise.all([getTranslations("cohorts.answers"), getFormatter(), ownAnswers(me)]);
  const number = (count: number) => formatCount(count, locale);
  const rows = compareYears(answers);
  const sum = (list: number[]) => number(list.reduce((all, one) => all + one, 0));
  const files = (id: number) => `/api/exports/reports/${id}?locale=${locale}&version=last`;
  const compared = (
    <Table
      caption={t("compare")}
      rows={rows}
      rowKey={({ key }) => key}
      columns={[
        {
          key: "programme",
          label: t("programme"),
          primary: true,
          cell: ({ name, code }) => <RowTitle title={name} detail={code} />,
        },
        ...answers.map(({ year }, at) => ({
          key: String(year),
          label: String(year),
          numeric: true,
          cell: ({ students }: (typeof rows)[number]) => {
            const [now, before] = [students[at] ?? null, students[at + 1] ?? null];
            if (now === null) return "–";
            const change = before === null || answers[at + 1] === undefined ? null : now - before;
            return (
              <>
                {number(now)}
                {change !== null && change !== 0 && (
                  <span className="ml-1.5 text-mist-600 text-sm">
                    ({change > 0 ? "+" : "−"}
                    {number(Math.abs(change))})
                  </span>
                )}
              </>
            );
          },
        })),
      ]}
      footer={{
        programme: t("sum"),
        ...Object.fromEntries(answers.map((one) => [String(one.year), sum(one.programmes.map(studentsOf))])),
      }}
    />
  );
  return (
    <>
      <PageHeader title={t("title")} lede={t("lede")} />
      {answers.length === 0 ? (
        <Card>
          <EmptyState icon="inbox" title={t("none")}>
            {t("noneBody")}
          </EmptyState>
        </Card>
      ) : (
        <div className="space-y-5">
          <Card title={t("years")} flush>
            <Table
              caption={t("years")}
              rows={answers}
              rowKey={({ year }) => year}
              columns={[
                {
                  key: "year",
                  label: t("year"),
                  primary: true,
                  cell: ({ year, submission }) => (
                    <RowTitle
                      as={Link}
                      href={href(locale, "school", "reports", submission.assignmentId)}
                      title={t("ofYear", { year: String(year) })}
                    />
                  ),
                },
                {
                  key: "programmes",
                  label: t("programmes"),
                  numeric: true,
                  cell: ({ programmes }) => number(programmes.length),
                },
                {
                  key: "students",
                  label: t("students"),
                  numeric: true,
                  cell: (one) => sum(one.programmes.map(studentsOf)),
                },
                { key: "women", label: t("women"), numeric: true, cell: (one) => sum(one.programmes.map(womenOf)) },
                {
                  key: "intake",
                  label: t("intake"),
                  numeric: true,
                  cell: (one) => sum(one.programmes.map(({ intake }) => intake)),
                },
                {
                  key: "accepted",
                  label: t("accepted"),
                  cell: ({ acceptedAt }) =>
                    format.dateTime(acceptedAt, { day: "2-digit", month: "2-digit", year: "numeric" }),
                },
                {
                  key: "files",
                  label: t("files"),
                  hideLabel: true,
                  cell: ({ year, submission }) => (
                    <span className="acts">
                      <LinkButton
                        size="sm"
                        href={files(submission.assignmentId)}
                        aria-label={t("excelOf", { year: String(year) })}
                        icon="download"
                        download
                      >
                        Excel
                      </LinkButton>
                      <LinkButton
                        size="sm"
                        href={`${files(submission.assignmentId)}&as=letter`}
                        aria-label={t("wordOf", { year: String(year) })}
                        icon="download"
                        download
                      >
                        Word
                      </LinkButton>
                    </span>
                  ),
                },
              ]}
            />
          </Card>
          <Card title={t("compare")} flush>
            {rows.length > mostInSight ? (
              <div className="px-5 pb-2 md:px-0 md:pb-0">
                <PhoneFold open={false} summary={t("programmesOf", { n: rows.length })}>
                  {compared}
                </PhoneFold>
              </div>
            ) : (
              compared
            )}
          </Card>
          <DifficultyList answers={answers} />
        </div>
      )}
    </>
  );
}
