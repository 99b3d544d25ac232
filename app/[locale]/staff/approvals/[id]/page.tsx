import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getLocale, getTranslations, setRequestLocale } from "next-intl/server";
import { DossierBadge, ListBadge } from "@/components/dossier-review/state-badge";
import { PageHeader } from "@/components/layout/page-header";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { Pagination } from "@/components/ui/pagination";
import { EmptyState } from "@/components/ui/states";
import { RowTitle, Table } from "@/components/ui/table";
import { Timeline } from "@/components/ui/timeline";
import { formatMoment } from "@/lib/core/day";
import { formatCount } from "@/lib/core/money";
import { href, type Locale } from "@/lib/i18n/paths";
import { permissions } from "@/lib/identity/permissions";
import { actsFor, approvalList, dossiersPerPage } from "@/lib/subsidies/approval-queries";
import { listsQuery } from "@/lib/subsidies/approval-schema";
import { requireStaff } from "@/lib/web/session";
import { ChainActs, ReleaseAct, TakeOutAct } from "../_parts/chain-acts";
import { DecisionCard } from "../_parts/decision-card";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("dossierReview"))("list") };
}

export default async function ApprovalPage({ params, searchParams }: PageProps<"/[locale]/staff/approvals/[id]">) {
  const { id: text, locale: language } = await params;
  setRequestLocale(language as Locale);
  const me = await requireStaff(permissions.readApprovals);
  const locale = await getLocale();
  const { page } = listsQuery.parse(await searchParams);
  const list = /^\d{1,9}$/.test(text) ? await approvalList(Number(text), page) : null;
  if (!list) notFound();
  const [t, moves] = await Promise.all([getTranslations("dossierReview"), actsFor(me, list, new Date())]);
  const here = href(locale, "staff", "approvals");
  const { totals } = list;
  const count = (value: number) => formatCount(value, locale);
  return (
    <>
      <PageHeader
        as={Link}
        back={{ href: here, label: t("approvals") }}
        title={list.title}
        state={<ListBadge state={list.state} />}
        lede={t("totals", {
          dossiers: count(totals.dossiers),
          persons: count(totals.persons),
          amount: count(totals.amount),
        })}
        actions={<ChainActs list={{ id: list.id, version: list.version, seen: totals }} moves={moves} />}
      />
      <div className="space-y-5">
        {list.rates.map((rate) => (
          <Notice
            key={`${rate.policyVersionId}/${rate.code}`}
            kind="waiting"
            title={t("unverifiedRate", {
              rate: rate.name[locale],
              persons: count(rate.persons),
              amount: count(rate.amount),
            })}
            actions={
              permissions.releaseRates(me) &&
              !rate.unknown && <ReleaseAct policyVersionId={rate.policyVersionId} rateCode={rate.code} />
            }
          >
            {rate.clause[locale]}
          </Notice>
        ))}
        {list.state === "APPROVED" && (
          <DecisionCard me={me} of="list" seen={{ id: list.id, version: list.version }} document={list.document} />
        )}
        <Card flush title={t("dossiers")}>
          <Table
            as={Link}
            caption={t("dossiers")}
            rows={list.dossiers}
            rowKey={({ id }) => id}
            empty={<EmptyState icon="layers" title={t("emptyList")} />}
            footer={{ code: t("sum"), accepted: count(totals.persons), amount: count(totals.amount) }}
            columns={[
              {
                key: "code",
                label: t("dossier"),
                primary: true,
                cell: (row) => (
                  <RowTitle
                    as={Link}
                    href={href(locale, "staff", "dossiers", row.id)}
                    title={row.code}
                    detail={`${row.organisation.nameVi} · ${row.course.programme}`}
                  />
                ),
              },
              { key: "state", label: t("stateLabel"), cell: (row) => <DossierBadge state={row.state} /> },
              { key: "persons", label: t("persons"), numeric: true, cell: (row) => count(row.persons) },
              { key: "accepted", label: t("acceptedPersons"), numeric: true, cell: (row) => count(row.accepted) },
              { key: "amount", label: t("amount"), numeric: true, cell: (row) => count(row.amount) },
              {
                key: "act",
                label: t("takeOut"),
                hideLabel: true,
                cell: (row) =>
                  list.state === "GATHERING" &&
                  permissions.proposeApprovals(me) && (
                    <TakeOutAct
                      list={{ id: list.id, version: list.version }}
                      dossierId={row.id}
                      code={row.code ?? ""}
                    />
                  ),
              },
            ]}
          />
          <div className="p-5">
            <Pagination
              as={Link}
              page={page}
              pages={Math.max(1, Math.ceil(list.count / dossiersPerPage))}
              href={(number) => `${here}/${list.id}?page=${number}`}
            />
          </div>
        </Card>
        <Card title={t("history")}>
          <Timeline
            moments={list.acts.map((act) => ({
              id: act.id,
              title: t(`chain.${act.move as "propose"}.done`),
              meta: [
                act.forUser
                  ? t("actedFor", { by: act.byUser.fullName, whom: act.forUser.fullName })
                  : act.byUser.fullName,
                formatMoment(act.at),
                t("totalsSeen", { persons: count(act.persons), amount: count(Number(act.amount)) }),
              ].join(" · "),
              body: act.reason,
            }))}
          />
        </Card>
      </div>
    </>
  );
}
