import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { SelectField } from "@/components/ui/field";
import { FilterForm } from "@/components/ui/filter-form";
import { Pagination } from "@/components/ui/pagination";
import { EmptyState } from "@/components/ui/states";
import { RowTitle, Table } from "@/components/ui/table";
import { href, type Locale } from "@/lib/i18n/paths";
import { permissions } from "@/lib/identity/permissions";
import { formChoices, formPage } from "@/lib/reports/form-queries";
import { type FormQuery, formQuery, formsPerPage } from "@/lib/reports/schema";
import { requireStaff } from "@/lib/web/session";
import { CreateForm } from "./_parts/create-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("forms.list"))("title") };
}

/** The address of the list, with what differs from the usual. */
function address(base: string, query: Partial<FormQuery>): string {
  const usual: Partial<FormQuery> = { q: "", sort: "name", direction: "asc", page: 1 };
  const said = Object.entries(query).filter(
    ([key, value]) => value !== undefined && value !== usual[key as keyof FormQuery],
  );
  return said.length === 0 ? base : `${base}?${new URLSearchParams(said.map(([key, value]) => [key, String(value)]))}`;
}

export default async function FormsPage({ params, searchParams }: PageProps<"/[locale]/staff/forms">) {
  const locale = (await params).locale as Locale;
  setRequestLocale(locale);
  await requireStaff(permissions.manageForms);
  const query = formQuery.parse(await searchParams);
  const [t, common, { items, total }, choices] = await Promise.all([
    getTranslations("forms.list"),
    getTranslations("common.table"),
    formPage(query, locale),
    formChoices(),
  ]);
  const here = href(locale, "staff", "forms");
  const { page, ...kept } = query;
  const filtered = Boolean(query.q || query.state);
  const nameOf = (form: { nameVi: string; nameEn: string }) => (locale === "vi" ? form.nameVi : form.nameEn);
  return (
    <>
      <PageHeader
        title={t("title")}
        lede={t("lede")}
        actions={<CreateForm forms={choices.map((form) => ({ id: form.id, label: nameOf(form) }))} />}
      />
      <FilterForm
        key={address("", kept)}
        action={here}
        fixed={{
          sort: query.sort === "name" ? undefined : query.sort,
          direction: query.direction === "asc" ? undefined : query.direction,
        }}
        search={{ id: "forms-q", label: t("search"), value: query.q }}
        words={{ apply: t("apply"), clear: common("clearFilters"), filters: common("filters") }}
        active={filtered}
        clear={here}
        as={Link}
      >
        <SelectField
          name="state"
          label={t("state")}
          empty={t("allStates")}
          defaultValue={query.state ?? ""}
          choices={(["inForce", "draft"] as const).map((value) => ({ value, label: t(value) }))}
        />
      </FilterForm>
      <Card flush as="div">
        <Table
          caption={t("title")}
          rows={items}
          rowKey={({ id }) => id}
          sort={{ key: query.sort, direction: query.direction }}
          sortHref={({ key, direction }) => address(here, { ...kept, sort: key as "name", direction })}
          as={Link}
          empty={<EmptyState title={filtered ? t("noneFound") : t("none")} />}
          columns={[
            {
              key: "name",
              label: t("name"),
              primary: true,
              sortable: true,
              cell: (form) => (
                <RowTitle
                  as={Link}
                  href={href(locale, "staff", "forms", form.id)}
                  title={nameOf(form)}
                  detail={form.citation}
                />
              ),
            },
            { key: "code", label: t("code"), sortable: true, wideOnly: true, cell: ({ code }) => <code>{code}</code> },
            {
              key: "version",
              label: t("version"),
              className: "whitespace-nowrap",
              cell: ({ inForce, draft }) => (
                <span className="flex flex-wrap gap-1.5">
                  {inForce !== null && <Badge tone="done">{t("inForceNo", { no: inForce })}</Badge>}
                  {draft !== null && <Badge tone="waiting">{t("draftNo", { no: draft })}</Badge>}
                </span>
              ),
            },
            {
              key: "verified",
              label: t("verified"),
              className: "whitespace-nowrap",
              cell: ({ verified }) =>
                verified ? <Badge tone="done">{t("checked")}</Badge> : <Badge tone="waiting">{t("toCheck")}</Badge>,
            },
            { key: "obligations", label: t("obligations"), numeric: true, cell: ({ obligations }) => obligations },
          ]}
        />
      </Card>
      <div className="mt-5">
        <Pagination
          as={Link}
          page={page}
          pages={Math.max(1, Math.ceil(total / formsPerPage))}
          href={(number) => address(here, { ...kept, page: number })}
        />
      </div>
    </>
  );
}
