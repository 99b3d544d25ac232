import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { ExportLink } from "@/components/layout/export-link";
import { PageHeader } from "@/components/layout/page-header";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { auditChoices, auditPage } from "@/lib/audit/queries";
import { auditFilter } from "@/lib/audit/schema";
import { href, type Locale } from "@/lib/i18n/paths";
import { permissions } from "@/lib/identity/permissions";
import { requireStaff } from "@/lib/web/session";
import { AuditFilters } from "./_parts/filters";
import { AuditTable } from "./_parts/table";

type Props = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admin.audit"))("title") };
}

export default async function AuditPage({ params, searchParams }: Props) {
  const locale = (await params).locale as Locale;
  setRequestLocale(locale);
  await requireStaff(permissions.readAudit);
  const filter = auditFilter.parse(await searchParams);
  const [t, { items, next }, choices] = await Promise.all([
    getTranslations("admin.audit"),
    auditPage(filter),
    auditChoices(),
  ]);
  const base = href(locale, "staff", "audit");
  const { cursor, ...kept } = filter;
  const filtered = Object.values(kept).some(Boolean);
  const older = (place: string) => {
    const query = new URLSearchParams({ cursor: place });
    for (const [name, value] of Object.entries(kept)) if (value) query.set(name, value);
    return `${base}?${query}`;
  };
  return (
    <>
      <PageHeader title={t("title")} lede={t("lede")} actions={<ExportLink list="audit" query={filter} />} />
      <AuditFilters action={base} filter={filter} choices={choices} />
      <Card flush>
        <AuditTable lines={items} empty={filtered ? t("emptyFiltered") : t("empty")} />
      </Card>
      <div className="mt-4 flex flex-wrap justify-center gap-2">
        {cursor && (
          <LinkButton as={Link} href={base} variant="quiet">
            {t("newest")}
          </LinkButton>
        )}
        {next && (
          <LinkButton as={Link} href={older(next)}>
            {t("older")}
          </LinkButton>
        )}
      </div>
    </>
  );
}
