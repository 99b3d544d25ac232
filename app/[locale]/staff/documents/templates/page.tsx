import type { Metadata } from "next";
import { getFormatter, getLocale, getTranslations, setRequestLocale } from "next-intl/server";
import { Badge } from "@/components/ui/badge";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { RowTitle, Table } from "@/components/ui/table";
import type { Locale } from "@/lib/i18n/paths";
import { permissions } from "@/lib/identity/permissions";
import { letterFields } from "@/lib/papers/letter-fields";
import { type TemplateVersion, templateVersions } from "@/lib/papers/template-queries";
import { requireStaff } from "@/lib/web/session";
import { DocumentsHeader } from "../_parts/documents-header";
import { UploadForm } from "./_parts/upload-form";
import { UseButton } from "./_parts/use-button";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("papers.templates"))("title") };
}

/** The letter that the portal brings along, as a line of the list. */
const builtIn = (inForce: boolean): TemplateVersion => ({
  id: 0,
  no: 0,
  fileName: "",
  size: 0,
  fields: [],
  note: null,
  inForce,
  uploadedBy: null,
  uploadedAt: "",
  letters: 0,
});

export default async function TemplatesPage({ params }: PageProps<"/[locale]/staff/documents/templates">) {
  setRequestLocale((await params).locale as Locale);
  const me = await requireStaff(permissions.uploadTemplates);
  const [t, field, format, locale, versions] = await Promise.all([
    getTranslations("papers.templates"),
    getTranslations("papers.field"),
    getFormatter(),
    getLocale(),
    templateVersions("LETTER"),
  ]);
  const rows = [...versions, builtIn(!versions.some(({ inForce }) => inForce))];
  const nameOf = (row: TemplateVersion) => (row.id === 0 ? t("builtIn") : t("version", { no: row.no }));
  const file = (row: TemplateVersion, form: string) =>
    `/api/exports/templates/${row.id || "built-in"}/${form}?locale=${locale}`;
  return (
    <>
      <DocumentsHeader current="templates" templates actions={<UploadForm />} />
      <div className="space-y-5">
        <Card title={t("letter")} flush>
          <Table
            caption={t("letter")}
            rows={rows}
            rowKey={({ id }) => id}
            columns={[
              {
                key: "version",
                label: t("versionLabel"),
                primary: true,
                cell: (row) => (
                  <RowTitle
                    title={nameOf(row)}
                    detail={[row.fileName, row.note].filter(Boolean).join(" · ") || t("builtInBody")}
                  />
                ),
              },
              {
                key: "state",
                label: t("state"),
                cell: (row) =>
                  row.inForce ? <Badge tone="done">{t("inForce")}</Badge> : <Badge tone="neutral">{t("kept")}</Badge>,
              },
              {
                key: "uploaded",
                label: t("uploaded"),
                cell: (row) =>
                  row.uploadedAt ? (
                    <>
                      {row.uploadedBy ?? "–"}
                      <span className="block text-mist-600 text-sm">
                        {format.dateTime(new Date(row.uploadedAt), { dateStyle: "short", timeStyle: "short" })}
                      </span>
                    </>
                  ) : (
                    "–"
                  ),
              },
              {
                key: "fields",
                label: t("fields"),
                numeric: true,
                wideOnly: true,
                cell: (row) => (row.id === 0 ? "–" : format.number(row.fields.length)),
              },
              {
                key: "letters",
                label: t("letters"),
                numeric: true,
                wideOnly: true,
                cell: (row) => format.number(row.letters),
              },
              {
                key: "acts",
                label: t("acts"),
                hideLabel: true,
                cell: (row) => (
                  <span className="flex flex-wrap gap-1">
                    <LinkButton size="sm" variant="quiet" download href={file(row, "preview")}>
                      {t("preview")}
                      <span className="sr-only"> {nameOf(row)}</span>
                    </LinkButton>
                    <LinkButton size="sm" variant="quiet" download href={file(row, "file")}>
                      {t("download")}
                      <span className="sr-only"> {nameOf(row)}</span>
                    </LinkButton>
                    {!row.inForce && permissions.decideTemplates(me) && (
                      <UseButton id={row.id || null} name={nameOf(row)} />
                    )}
                  </span>
                ),
              },
            ]}
          />
        </Card>
        <Card title={t("fieldsTitle")}>
          <p className="mb-3 max-w-measure text-mist-700">{t("fieldsBody")}</p>
          <dl className="grid gap-x-8 gap-y-2 lg:grid-cols-2">
            {Object.entries(letterFields).map(([name, inner]) => (
              <div key={name} className="border-mist-100 border-b pb-2">
                <dt>
                  <code className="font-semibold text-harbour-900">
                    {inner
                      ? `{#${name}} ${Object.keys(inner)
                          .map((each) => `{${each}}`)
                          .join(" ")} {/${name}}`
                      : `{${name}}`}
                  </code>
                </dt>
                <dd className="text-mist-700 text-sm">{field(name as keyof typeof letterFields)}</dd>
              </div>
            ))}
          </dl>
        </Card>
      </div>
    </>
  );
}
