import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/states";
import { RowTitle, Table } from "@/components/ui/table";
import { formatDay } from "@/lib/core/day";
import { formatCount } from "@/lib/core/money";
import { href, type Locale } from "@/lib/i18n/paths";
import { permissions } from "@/lib/identity/permissions";
import { policyLines } from "@/lib/subsidies/policy-list-queries";
import { requireStaff } from "@/lib/web/session";
import { NewVersion } from "./_parts/version-acts";
import { VersionBadge } from "./_parts/version-badge";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("policies"))("title") };
}

/** Support policies with their versions. */
export default async function PoliciesPage({ params }: PageProps<"/[locale]/staff/policies">) {
  const locale = (await params).locale as Locale;
  setRequestLocale(locale);
  const me = await requireStaff(permissions.readPolicies);
  const [t, policies] = await Promise.all([getTranslations("policies"), policyLines()]);
  return (
    <>
      <PageHeader title={t("title")} lede={t("lede")} />
      {policies.length === 0 && <EmptyState title={t("none")} />}
      {policies.map((policy) => (
        <Card
          key={policy.id}
          flush
          title={locale === "vi" ? policy.nameVi : policy.nameEn}
          actions={
            permissions.managePolicies(me) &&
            policy.versions.every(({ state }) => state !== "DRAFT") && <NewVersion policyId={policy.id} />
          }
          className="mb-6"
        >
          <p className="max-w-measure px-5 pb-3 text-mist-600 text-sm">{policy.citation}</p>
          <Table
            caption={t("versions")}
            rows={policy.versions}
            rowKey={({ id }) => id}
            columns={[
              {
                key: "no",
                label: t("version"),
                primary: true,
                cell: (version) => (
                  <RowTitle
                    as={Link}
                    href={href(locale, "staff", "policies", version.id)}
                    title={t("number", { no: version.no })}
                    detail={version.note}
                  />
                ),
              },
              { key: "state", label: t("stateOf"), cell: ({ state }) => <VersionBadge state={state} /> },
              {
                key: "from",
                label: t("inForceFrom"),
                className: "whitespace-nowrap",
                cell: ({ inForceFrom }) => (inForceFrom ? formatDay(inForceFrom) : "–"),
              },
              { key: "decided", label: t("decidedBy"), wideOnly: true, cell: ({ decidedBy }) => decidedBy ?? "–" },
              {
                key: "dossiers",
                label: t("dossiers"),
                numeric: true,
                cell: ({ dossiers }) => formatCount(dossiers, locale),
              },
            ]}
          />
        </Card>
      ))}
    </>
  );
}
