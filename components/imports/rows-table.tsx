import { useLocale, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { classes } from "@/components/ui/classes";
import { Icon } from "@/components/ui/icon";
import { EmptyState } from "@/components/ui/states";
import { Table } from "@/components/ui/table";
import { shownDay } from "@/lib/core/day";
import type { ReadRow } from "@/lib/imports/import-queries";
import { type FindingWords, findingNamespaces, sayFinding, type Translate } from "./finding-words";

/** The words of findings for a component. */
function useFindingWords(): FindingWords {
  return {
    locale: useLocale(),
    own: useTranslations(findingNamespaces.own) as Translate,
    validation: useTranslations(findingNamespaces.validation) as Translate,
    vacancyValidation: useTranslations(findingNamespaces.vacancyValidation) as Translate,
    vacancyFinding: useTranslations(findingNamespaces.vacancyFinding) as Translate,
    vacancyField: useTranslations(findingNamespaces.vacancyField) as Translate,
  };
}

/** Rows of a table with what is said of each cell: where it stands, what is there, what is expected. */
export function RowsTable({ rows, fields }: { rows: readonly ReadRow[]; fields: ReadonlyMap<string, string> }) {
  const t = useTranslations("imports.trial");
  const words = useFindingWords();
  return (
    <Table
      caption={t("summary")}
      rows={rows}
      rowKey={({ row }) => row}
      empty={<EmptyState icon="check" title={t("none")} />}
      columns={[
        { key: "row", label: t("row"), primary: true, cell: ({ row }) => <span className="figures">{row}</span> },
        {
          key: "what",
          label: t("what"),
          cell: ({ raw }) => (
            <span className="line-clamp-3 break-words">
              {[...fields.keys()]
                .flatMap((key) => (key === "no" ? [] : shownDay(raw[key] ?? "") || []))
                .slice(0, 6)
                .join(" · ")}
            </span>
          ),
        },
        {
          key: "findings",
          label: t("findings"),
          cell: ({ findings, raw }) =>
            findings.length === 0 ? (
              <Badge tone="done" icon="check">
                {t("fine")}
              </Badge>
            ) : (
              <ul className="flex flex-col gap-1.5">
                {findings.map((finding) => {
                  const grave = finding.severity === "error";
                  const value = shownDay((finding.field && raw[finding.field]) || "");
                  return (
                    <li key={`${finding.code}/${finding.field ?? ""}`} className="flex gap-2">
                      <Icon
                        name={grave ? "circle-x" : "info"}
                        size={16}
                        className={classes("mt-1", grave ? "text-brick" : "text-harbour-600")}
                      />
                      <span className="min-w-0 break-words">
                        <span className="sr-only">{t(grave ? "error" : "note")}: </span>
                        {(finding.address || finding.field) && (
                          <span className="text-mist-600">
                            {[
                              finding.address && t("cell", { address: finding.address }),
                              finding.field && fields.get(finding.field),
                              value && `“${value.length > 60 ? `${value.slice(0, 60)}…` : value}”`,
                            ]
                              .filter(Boolean)
                              .join(" · ")}
                            {": "}
                          </span>
                        )}
                        {sayFinding(words, finding)}
                      </span>
                    </li>
                  );
                })}
              </ul>
            ),
        },
      ]}
    />
  );
}
