import type { Metadata } from "next";
import Link from "next/link";
import { getLocale, getTranslations, setRequestLocale } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/states";
import { Table } from "@/components/ui/table";
import { dayOf, formatDay } from "@/lib/core/day";
import { href, type Locale } from "@/lib/i18n/paths";
import { permissions } from "@/lib/identity/permissions";
import { canDelegate, deputyRoles } from "@/lib/subsidies/chain";
import { delegationsSeenBy, possibleDeputies } from "@/lib/subsidies/deputy-queries";
import { requireStaff } from "@/lib/web/session";
import { DelegationForm, RevokeAct } from "../_parts/delegation-acts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("dossierReview"))("delegations") };
}

export default async function DelegationsPage({ params }: PageProps<"/[locale]/staff/approvals/delegations">) {
  setRequestLocale((await params).locale as Locale);
  const me = await requireStaff(permissions.readApprovals);
  const locale = await getLocale();
  const today = dayOf(new Date());
  const [t, rows, deputies] = await Promise.all([
    getTranslations("dossierReview"),
    delegationsSeenBy(me),
    canDelegate(me.staffRole) ? possibleDeputies(me.userId, deputyRoles[me.staffRole]) : [],
  ]);
  return (
    <>
      <PageHeader
        as={Link}
        back={{ href: href(locale, "staff", "approvals"), label: t("approvals") }}
        title={t("delegations")}
        lede={t("delegationsLede")}
        actions={
          permissions.delegate(me) && (
            <DelegationForm
              today={today}
              deputies={deputies.map(({ id, fullName, staffRole }) => ({
                value: String(id),
                label: `${fullName} (${t(`role.${staffRole as "LEADER"}`)})`,
              }))}
            />
          )
        }
      />
      <Card flush as="div">
        <Table
          caption={t("delegations")}
          rows={rows}
          rowKey={({ id }) => id}
          empty={<EmptyState icon="users" title={t("noDelegations")} />}
          columns={[
            { key: "from", label: t("from"), primary: true, cell: (row) => row.fromUser.fullName },
            { key: "role", label: t("roleLabel"), cell: (row) => t(`role.${row.role as "LEADER"}`) },
            { key: "to", label: t("to"), cell: (row) => row.toUser.fullName },
            {
              key: "period",
              label: t("period"),
              cell: (row) => t("fromTo", { from: formatDay(row.fromOn), to: formatDay(row.untilOn) }),
            },
            { key: "paper", label: t("paper"), cell: (row) => row.document },
            {
              key: "state",
              label: t("stateLabel"),
              cell: (row) => {
                const state = row.revokedAt
                  ? "revoked"
                  : row.untilOn < today
                    ? "over"
                    : row.fromOn > today
                      ? "coming"
                      : "runs";
                return (
                  <span className="flex flex-wrap items-center gap-2">
                    <Badge tone={state === "runs" ? "done" : "neutral"}>{t(`delegationState.${state}`)}</Badge>
                    {row.fromUserId === me.userId && (state === "runs" || state === "coming") && (
                      <RevokeAct row={{ id: row.id, version: row.version }} name={row.toUser.fullName} />
                    )}
                  </span>
                );
              },
            },
          ]}
        />
      </Card>
    </>
  );
}
