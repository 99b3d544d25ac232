import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getFormatter, getTranslations, setRequestLocale } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { RowTitle, Table } from "@/components/ui/table";
import { href, type Locale } from "@/lib/i18n/paths";
import { permissions } from "@/lib/identity/permissions";
import { formWithVersions } from "@/lib/reports/form-queries";
import { requireStaff } from "@/lib/web/session";
import { NamesForm } from "../_parts/names-form";
import { NewVersion } from "../_parts/version-acts";
import { VersionBadge } from "../_parts/version-badge";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("forms.list"))("one") };
}

export default async function FormPage({ params }: PageProps<"/[locale]/staff/forms/[id]">) {
  const { locale: spoken, id } = await params;
  const locale = spoken as Locale;
  setRequestLocale(locale);
  await requireStaff(permissions.manageForms);
  const form = /^\d{1,9}$/.test(id) ? await formWithVersions(Number(id)) : null;
  if (!form) notFound();
  const [t, format] = await Promise.all([getTranslations("forms.version"), getFormatter()]);
  const day = (instant: string | null) =>
    instant ? format.dateTime(new Date(instant), { day: "2-digit", month: "2-digit", year: "numeric" }) : "–";
  return (
    <>
      <PageHeader
        as={Link}
        back={{ href: href(locale, "staff", "forms"), label: t("back") }}
        title={locale === "vi" ? form.nameVi : form.nameEn}
        lede={form.citation ?? undefined}
        actions={
          <>
            <NamesForm form={form} />
            {form.draft === null ? (
              <NewVersion formId={form.id} />
            ) : (
              <LinkButton
                as={Link}
                variant="primary"
                href={href(
                  locale,
                  "staff",
                  "forms",
                  "versions",
                  form.versions.find(({ state }) => state === "DRAFT")?.id ?? 0,
                )}
              >
                {t("continue", { no: form.draft })}
              </LinkButton>
            )}
          </>
        }
      />
      {!form.verified && (
        <Notice kind="waiting" className="mb-5" title={t("toCheck")}>
          {t("toCheckBody")}
        </Notice>
      )}
      <Card title={t("versions")} flush>
        <Table
          caption={t("versions")}
          rows={form.versions}
          rowKey={({ id: one }) => one}
          columns={[
            {
              key: "no",
              label: t("version"),
              primary: true,
              cell: (version) => (
                <RowTitle
                  as={Link}
                  href={href(locale, "staff", "forms", "versions", version.id)}
                  title={t("number", { no: version.no })}
                  detail={version.createdBy ?? t("builtIn")}
                />
              ),
            },
            { key: "state", label: t("state"), cell: ({ state }) => <VersionBadge state={state} /> },
            { key: "created", label: t("created"), wideOnly: true, cell: ({ createdAt }) => day(createdAt) },
            { key: "inForce", label: t("inForceSince"), cell: ({ inForceAt }) => day(inForceAt) },
            {
              key: "submissions",
              label: t("submissions"),
              numeric: true,
              cell: ({ submissions }) => format.number(submissions),
            },
          ]}
        />
      </Card>
    </>
  );
}
