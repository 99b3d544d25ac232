import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { Suspense } from "react";
import { PageHeader } from "@/components/layout/page-header";
import { PolicyView } from "@/components/subsidies/policy-view";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { Notice } from "@/components/ui/notice";
import { LinkTabs } from "@/components/ui/tabs";
import { dayOf, formatDay } from "@/lib/core/day";
import { href, type Locale } from "@/lib/i18n/paths";
import { permissions } from "@/lib/identity/permissions";
import { hasUnverified } from "@/lib/subsidies/policy";
import { policyVersionDetail } from "@/lib/subsidies/policy-list-queries";
import { policyInForce } from "@/lib/subsidies/policy-queries";
import { openedPolicy } from "@/lib/subsidies/policy-schema";
import { requireStaff } from "@/lib/web/session";
import { BringIntoForce, DropDraft, Retire } from "../_parts/version-acts";
import { VersionBadge } from "../_parts/version-badge";
import { Comparison } from "./_parts/comparison";
import { Editor } from "./_parts/editor";
import { Effect } from "./_parts/effect";
import { Releases } from "./_parts/releases";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("policies"))("version") };
}

const views = ["edit", "read", "compare", "effect"] as const;

/** One version of a policy: to read; while a draft, to write, to compare, and to see what it would change. */
export default async function PolicyVersionPage({ params, searchParams }: PageProps<"/[locale]/staff/policies/[id]">) {
  const { locale: spoken, id } = await params;
  const locale = spoken as Locale;
  setRequestLocale(locale);
  const me = await requireStaff(permissions.readPolicies);
  const version = /^\d{1,9}$/.test(id) ? await policyVersionDetail(Number(id)) : null;
  if (!version) notFound();
  const today = dayOf(new Date());
  const asked = await searchParams;
  const [t, inForce] = await Promise.all([getTranslations("policies"), policyInForce(today, version.policyCode)]);
  const draft = version.state === "DRAFT";
  const writes = draft && permissions.managePolicies(me);
  const offered = draft ? views.filter((view) => view !== "edit" || writes) : (["read"] as const);
  const view = offered.find((one) => one === asked.view) ?? offered[0];
  const here = href(locale, "staff", "policies", version.versionId);
  const seen = { id: version.versionId, version: version.version };
  return (
    <>
      <PageHeader
        as={Link}
        back={{ href: href(locale, "staff", "policies"), label: t("title") }}
        title={`${locale === "vi" ? version.nameVi : version.nameEn}: ${t("number", { no: version.no })}`}
        state={<VersionBadge state={version.state} />}
        lede={t(`lede_of.${version.state}`)}
        actions={
          <>
            {writes && <DropDraft seen={seen} />}
            {draft && permissions.decidePolicies(me) && <BringIntoForce seen={seen} today={today} />}
            {version.state === "IN_FORCE" && permissions.decidePolicies(me) && <Retire seen={seen} />}
          </>
        }
      />
      {draft && (
        <LinkTabs
          as={Link}
          label={t("views")}
          tabs={offered.map((one) => ({
            href: `${here}?view=${one}`,
            label: t(`view.${one}`),
            current: one === view,
          }))}
        />
      )}
      <div className="mt-5 space-y-6">
        {view === "edit" && (
          <Editor
            id={version.versionId}
            version={version.version}
            owner={me.userId}
            note={version.note ?? ""}
            definition={openedPolicy(version.definition)}
          />
        )}
        {view === "compare" && <Comparison inForce={inForce} draft={version.definition} locale={locale} />}
        {view === "effect" && (
          <Suspense fallback={<p className="text-mist-600">{t("computing")}</p>}>
            <Effect version={version} />
          </Suspense>
        )}
        {view === "read" && (
          <>
            <Card>
              <DescriptionList
                columns={2}
                items={[
                  { label: t("citation"), value: version.definition.citation[locale] },
                  { label: t("inForceFrom"), value: version.inForceFrom && formatDay(version.inForceFrom) },
                  { label: t("decidedBy"), value: version.decidedBy },
                  { label: t("act.document"), value: version.document },
                  { label: t("act.reason"), value: version.reason },
                  { label: t("note"), value: version.note },
                  { label: t("retireReason"), value: version.retireReason },
                ]}
              />
            </Card>
            {hasUnverified(version.definition) && (
              <Notice kind="waiting" title={t("unverifiedTitle")}>
                {t("unverifiedBody")}
              </Notice>
            )}
            {!draft && <Releases version={version} mayRelease={permissions.releaseRates(me)} locale={locale} />}
            <PolicyView policy={version.definition} />
          </>
        )}
      </div>
    </>
  );
}
