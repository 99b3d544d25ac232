import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { Notice } from "@/components/ui/notice";
import { LinkTabs } from "@/components/ui/tabs";
import { href, type Locale } from "@/lib/i18n/paths";
import { permissions } from "@/lib/identity/permissions";
import { formVersion, formWithVersions } from "@/lib/reports/form-queries";
import { requireStaff } from "@/lib/web/session";
import { DropDraft, PutInForce } from "../../_parts/version-acts";
import { VersionBadge } from "../../_parts/version-badge";
import { Builder } from "./_parts/builder";
import { Preview } from "./_parts/preview";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("forms.list"))("one") };
}

export default async function FormVersionPage({
  params,
  searchParams,
}: PageProps<"/[locale]/staff/forms/versions/[id]">) {
  const { locale: spoken, id } = await params;
  const locale = spoken as Locale;
  setRequestLocale(locale);
  const me = await requireStaff(permissions.manageForms);
  const version = /^\d{1,9}$/.test(id) ? await formVersion(Number(id)) : null;
  if (!version) notFound();
  const form = await formWithVersions(version.form.id);
  const t = await getTranslations("forms.version");
  const draft = version.state === "DRAFT";
  const previewing = !draft || (await searchParams).view === "preview";
  const here = href(locale, "staff", "forms", "versions", version.id);
  const seen = { id: version.id, version: version.version, no: version.no };
  return (
    <>
      <PageHeader
        as={Link}
        back={{
          href: href(locale, "staff", "forms", version.form.id),
          label: locale === "vi" ? version.form.nameVi : version.form.nameEn,
        }}
        title={t("number", { no: version.no })}
        state={<VersionBadge state={version.state} />}
        lede={draft ? t("draftLede") : t("fixedLede")}
        actions={
          draft && (
            <>
              <DropDraft seen={seen} />
              {permissions.decideForms(me) && <PutInForce seen={seen} current={form?.inForce ?? null} />}
            </>
          )
        }
      />
      {draft && (
        <LinkTabs
          as={Link}
          label={t("views")}
          tabs={[
            { href: here, label: t("edit"), current: !previewing },
            { href: `${here}?view=preview`, label: t("preview"), current: previewing },
          ]}
        />
      )}
      <div className="mt-5">
        {previewing ? (
          <>
            <Notice className="mb-5">{t("previewBody")}</Notice>
            <Preview id={version.id} definition={version.definition} />
          </>
        ) : (
          <Builder id={version.id} version={version.version} definition={version.definition} owner={me.userId} />
        )}
      </div>
    </>
  );
}
