import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { z } from "zod";
import { ApiConflicts } from "@/components/account/api-conflicts";
import { ApiKeyList } from "@/components/account/api-key-list";
import { ChoiceField, TextField } from "@/components/account/plain-fields";
import { PlainForm } from "@/components/account/plain-form";
import { ShownOnce } from "@/components/account/shown-once";
import { PageHeader } from "@/components/layout/page-header";
import { Card } from "@/components/ui/card";
import { Pagination } from "@/components/ui/pagination";
import { href, type Locale } from "@/lib/i18n/paths";
import { keyDays } from "@/lib/identity/api-key";
import { apiConflictsOf, apiKeysOf } from "@/lib/identity/api-key-queries";
import { permissions } from "@/lib/identity/permissions";
import { requireEnterprise } from "@/lib/web/session";
import { createKeyAct, revokeKeyAct } from "./actions";

export async function generateMetadata({ params }: PageProps<"/[locale]/enterprise/api-keys">): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale as Locale, namespace: "account.apiKeys" });
  return { title: t("title") };
}

const pageNumber = z.coerce.number().int().min(1).max(10_000).catch(1);

export default async function ApiKeysPage({ params, searchParams }: PageProps<"/[locale]/enterprise/api-keys">) {
  const locale = (await params).locale as Locale;
  setRequestLocale(locale);
  const person = await requireEnterprise();
  const page = pageNumber.parse((await searchParams).page);
  const [t, keys, conflicts] = await Promise.all([
    getTranslations("account.apiKeys"),
    apiKeysOf(person.organisation.id),
    apiConflictsOf(person.organisation.id, page),
  ]);
  const manages = permissions.manageKeys(person);
  const here = href(locale, "enterprise", "api-keys");
  return (
    <>
      <PageHeader title={t("title")} lede={t("lede", { organisation: person.organisation.nameVi })} />
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_340px]">
        <div className="space-y-5">
          <Card title={t("list.title")}>
            <ApiKeyList keys={keys} now={new Date()} revoke={manages ? revokeKeyAct : null} />
          </Card>
          <Card title={t("conflicts.title")} id="conflicts">
            <ApiConflicts conflicts={conflicts.rows} locale={locale} />
            <Pagination
              as={Link}
              page={page}
              pages={conflicts.pages}
              href={(next) => `${here}?page=${next}#conflicts`}
            />
          </Card>
        </div>
        <div className="space-y-5">
          {manages ? (
            <Card title={t("create.title")}>
              <PlainForm id="api-key" act={createKeyAct} submit={t("create.submit")} look={{ variant: "primary" }}>
                <ShownOnce name="key" title={t("create.shown")} help={t("create.shownHelp")} />
                <TextField name="name" label={t("create.name")} help={t("create.nameHelp")} autoComplete="off" />
                <ChoiceField
                  name="days"
                  label={t("create.days")}
                  value="365"
                  choices={keyDays.map((days) => ({ value: String(days), label: t("create.dayCount", { days }) }))}
                />
              </PlainForm>
            </Card>
          ) : (
            <p className="text-mist-700">{t("onlyOwners")}</p>
          )}
          <Card title={t("how.title")}>
            <p className="text-sm">{t("how.body")}</p>
            <p className="mt-2 text-sm">
              <a href="/api/v1/openapi.json" className="text-harbour-600 underline">
                {t("how.openApi")}
              </a>
            </p>
          </Card>
        </div>
      </div>
    </>
  );
}
