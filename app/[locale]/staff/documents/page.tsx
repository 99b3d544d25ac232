import type { Metadata } from "next";
import Link from "next/link";
import { getLocale, getTranslations, setRequestLocale } from "next-intl/server";
import { ExportLink } from "@/components/layout/export-link";
import { NumberForm } from "@/components/papers/number-form";
import { Card } from "@/components/ui/card";
import { SelectField } from "@/components/ui/field";
import { FilterForm } from "@/components/ui/filter-form";
import { Pagination } from "@/components/ui/pagination";
import { dayOf } from "@/lib/core/day";
import { href, type Locale } from "@/lib/i18n/paths";
import { permissions } from "@/lib/identity/permissions";
import { registerPage, registersIn, registerYears, unnumberedBatches } from "@/lib/papers/document-queries";
import {
  type DocumentQuery,
  documentKinds,
  documentQuery,
  documentSorts,
  documentsPerPage,
} from "@/lib/papers/document-schema";
import { usualSigner } from "@/lib/papers/letter-fields";
import { batchName } from "@/lib/vacancies/batch-rules";
import { requireStaff } from "@/lib/web/session";
import { DocumentsHeader } from "./_parts/documents-header";
import { RegisterTable } from "./_parts/register-table";
import { StartRegister } from "./_parts/start-register";
import { give } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("papers.tabs"))("title") };
}

const mostBatches = 24;

/** The address of the list, with what differs from the usual. */
function address(base: string, query: Partial<DocumentQuery>): string {
  const usual: Partial<DocumentQuery> = { q: "", sort: "issued", direction: "desc", page: 1 };
  const said = Object.entries(query).filter(
    ([key, value]) => value !== undefined && value !== usual[key as keyof DocumentQuery],
  );
  return said.length === 0 ? base : `${base}?${new URLSearchParams(said.map(([key, value]) => [key, String(value)]))}`;
}

export default async function DocumentsPage({ params, searchParams }: PageProps<"/[locale]/staff/documents">) {
  setRequestLocale((await params).locale as Locale);
  const me = await requireStaff(permissions.readDocuments);
  const query = documentQuery.parse(await searchParams);
  const locale = await getLocale();
  const today = dayOf(new Date());
  const year = Number(today.slice(0, 4));
  const mayNumber = permissions.numberDocuments(me);
  const [t, common, kinds, { items, total }, registers, years, batches] = await Promise.all([
    getTranslations("papers.documents"),
    getTranslations("common.table"),
    getTranslations("papers.documentKind"),
    registerPage(query),
    registersIn(year),
    registerYears(),
    mayNumber ? unnumberedBatches(mostBatches) : [],
  ]);
  const here = href(locale, "staff", "documents");
  const filtered = Boolean(query.q || query.year || query.kind || query.state);
  const { page, ...kept } = query;
  return (
    <>
      <DocumentsHeader
        current="register"
        templates={permissions.uploadTemplates(me)}
        actions={
          <>
            <ExportLink list="documents" query={query} />
            {mayNumber && (
              <NumberForm
                action={give}
                today={today}
                registers={registers.map(({ id, symbol, nameVi, nameEn }) => ({
                  id,
                  label: `${symbol} – ${locale === "vi" ? nameVi : nameEn}`,
                }))}
                batches={batches.map((batch) => ({ id: batch.id, label: batchName(locale, batch) }))}
                signerTitle={usualSigner}
              />
            )}
          </>
        }
      />
      <ul className="flex flex-wrap gap-x-6 gap-y-2 text-mist-700">
        {registers.map((register) => (
          <li key={register.id} className="flex flex-wrap items-center gap-2">
            <span>
              {t("counter", { symbol: register.symbol, year: String(year), no: String(register.lastNo ?? 0) })}
            </span>
            {mayNumber && register.given === 0 && (
              <StartRegister registerId={register.id} symbol={register.symbol} year={year} />
            )}
          </li>
        ))}
      </ul>
      <FilterForm
        key={address("", kept)}
        action={here}
        fixed={{
          sort: query.sort === "issued" ? undefined : query.sort,
          direction: query.direction === "desc" ? undefined : query.direction,
        }}
        search={{ id: "documents-q", label: t("search"), value: query.q }}
        words={{ apply: t("apply"), clear: common("clearFilters"), filters: common("filters") }}
        active={filtered}
        clear={here}
        as={Link}
      >
        <SelectField
          name="year"
          label={t("year")}
          empty={t("allYears")}
          defaultValue={query.year ?? ""}
          choices={years.map((value) => ({ value: String(value), label: String(value) }))}
        />
        <SelectField
          name="kind"
          label={t("kind")}
          empty={t("allKinds")}
          defaultValue={query.kind ?? ""}
          choices={documentKinds.map((value) => ({ value, label: kinds(value) }))}
        />
        <SelectField
          name="state"
          label={t("state")}
          empty={t("allStates")}
          defaultValue={query.state ?? ""}
          choices={(["counting", "cancelled"] as const).map((value) => ({ value, label: t(value) }))}
        />
      </FilterForm>
      <Card flush as="div">
        <RegisterTable
          lines={items}
          sort={{ key: query.sort, direction: query.direction }}
          addresses={Object.fromEntries(
            documentSorts.flatMap((sort) =>
              (["asc", "desc"] as const).map((direction) => [
                `${sort}-${direction}`,
                address(here, { ...kept, sort, direction }),
              ]),
            ),
          )}
          filtered={filtered}
          mayCancel={mayNumber}
        />
      </Card>
      <div className="mt-5">
        <Pagination
          as={Link}
          page={page}
          pages={Math.max(1, Math.ceil(total / documentsPerPage))}
          href={(number) => address(here, { ...kept, page: number })}
        />
      </div>
    </>
  );
}
