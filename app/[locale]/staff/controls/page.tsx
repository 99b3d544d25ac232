import { randomBytes } from "node:crypto";
import type { Metadata } from "next";
import Link from "next/link";
import { getLocale, getTranslations, setRequestLocale } from "next-intl/server";
import { ExportLink } from "@/components/layout/export-link";
import { PageHeader } from "@/components/layout/page-header";
import { ControlBadge } from "@/components/payments/control-badge";
import { Card } from "@/components/ui/card";
import { Pagination } from "@/components/ui/pagination";
import { EmptyState } from "@/components/ui/states";
import { RowTitle, Table } from "@/components/ui/table";
import { LinkTabs } from "@/components/ui/tabs";
import { dayOf, formatDay, formatMoment } from "@/lib/core/day";
import { formatCount } from "@/lib/core/money";
import { ControlState } from "@/lib/db/generated/enums";
import { href, type Locale } from "@/lib/i18n/paths";
import { permissions } from "@/lib/identity/permissions";
import { payingPolicies } from "@/lib/payments/batch-queries";
import { casesPerPage, controlCases, controlRounds } from "@/lib/payments/control-queries";
import { controlsQuery } from "@/lib/payments/control-schema";
import { requireStaff } from "@/lib/web/session";
import { DecideRound, ProposeAct } from "./_parts/control-acts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("payments"))("control.title") };
}

export default async function ControlsPage({ params, searchParams }: PageProps<"/[locale]/staff/controls">) {
  setRequestLocale((await params).locale as Locale);
  const me = await requireStaff(permissions.readControls);
  const locale = await getLocale();
  const query = controlsQuery.parse(await searchParams);
  const [t, cases, rounds, policies] = await Promise.all([
    getTranslations("payments"),
    controlCases(query.state, query.page),
    controlRounds(),
    payingPolicies(),
  ]);
  const here = href(locale, "staff", "controls");
  const count = (value: number) => formatCount(value, locale);
  return (
    <>
      <PageHeader
        title={t("control.title")}
        lede={t("control.lede")}
        actions={
          <>
            <ExportLink list="controls" query={query} />
            {permissions.proposeControls(me) && (
              <ProposeAct
                policies={policies.map(({ id, nameVi, nameEn }) => ({ id, name: locale === "en" ? nameEn : nameVi }))}
                year={Number(dayOf(new Date()).slice(0, 4))}
                seed={randomBytes(8).toString("hex")}
              />
            )}
          </>
        }
      />
      <LinkTabs
        as={Link}
        label={t("control.title")}
        tabs={[
          { href: here, label: t("all"), current: !query.state },
          ...Object.values(ControlState).map((state) => ({
            href: `${here}?state=${state}`,
            label: t(`controlState.${state}`),
            current: query.state === state,
          })),
        ]}
      />
      <div className="mt-5 space-y-5">
        <Card flush as="div">
          <Table
            as={Link}
            caption={t("control.title")}
            rows={cases.rows}
            rowKey={({ id }) => id}
            empty={<EmptyState icon="shield-check" title={t("control.none")} />}
            columns={[
              {
                key: "person",
                label: t("column.learner"),
                primary: true,
                cell: (row) => (
                  <RowTitle
                    as={Link}
                    href={`${here}/${row.id}`}
                    title={row.fullName}
                    detail={`${row.dossier.code} · ${row.dossier.organisation.nameVi}`}
                  />
                ),
              },
              { key: "state", label: t("column.state"), cell: (row) => <ControlBadge state={row.state} /> },
              {
                key: "why",
                label: t("control.why"),
                wideOnly: true,
                cell: (row) =>
                  row.signals.length > 0
                    ? row.signals.map((signal) => t(`signal.${signal as "left"}`)).join(", ")
                    : t("control.chance"),
              },
              { key: "due", label: t("control.due"), cell: (row) => row.dueOn && formatDay(row.dueOn) },
              { key: "paid", label: t("control.paid"), numeric: true, cell: (row) => count(row.paid) },
              { key: "amount", label: t("control.amount"), numeric: true, cell: (row) => count(row.amount) },
              { key: "returned", label: t("control.returned"), numeric: true, cell: (row) => count(row.returned) },
            ]}
          />
        </Card>
        <Pagination
          as={Link}
          page={query.page}
          pages={Math.max(1, Math.ceil(cases.total / casesPerPage))}
          href={(number) => `${here}?page=${number}${query.state ? `&state=${query.state}` : ""}`}
        />
        <Card flush title={t("control.rounds")}>
          <Table
            caption={t("control.rounds")}
            rows={rounds}
            rowKey={({ id }) => id}
            empty={<EmptyState icon="layers" title={t("control.noRounds")} />}
            columns={[
              {
                key: "round",
                label: t("control.round"),
                primary: true,
                cell: (row) => (
                  <RowTitle
                    title={`${t(`control.method.${row.method}`)} · ${row.year}`}
                    detail={[row.organisation?.nameVi, row.basis].filter(Boolean).join(" · ")}
                  />
                ),
              },
              {
                key: "drawn",
                label: t("control.drawn"),
                cell: (row) => t("control.drawnOf", { drawn: row._count.cases, population: row.population }),
              },
              { key: "seed", label: t("control.seed"), cell: (row) => <span translate="no">{row.seed}</span> },
              {
                key: "by",
                label: t("control.proposedBy"),
                cell: (row) => `${row.proposedBy.fullName}, ${formatMoment(row.proposedAt)}`,
              },
              {
                key: "state",
                label: t("column.decision"),
                cell: (row) =>
                  row.decidedBy ? (
                    `${t(`control.roundState.${row.state}`)} · ${row.decidedBy.fullName}`
                  ) : permissions.decideControls(me) && row.proposedById !== me.userId ? (
                    <span className="flex flex-wrap gap-2">
                      <DecideRound id={row.id} version={row.version} approve />
                      <DecideRound id={row.id} version={row.version} approve={false} />
                    </span>
                  ) : (
                    t(`control.roundState.${row.state}`)
                  ),
              },
            ]}
          />
        </Card>
      </div>
    </>
  );
}
