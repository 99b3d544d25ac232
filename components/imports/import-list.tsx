import Link from "next/link";
import { useFormatter, useLocale, useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/states";
import { RowTitle, Table } from "@/components/ui/table";
import { href } from "@/lib/i18n/paths";
import type { ImportRowView } from "@/lib/imports/import-queries";
import { type ImportPlace, kindWords } from "./places";
import { ImportBadge } from "./state-badge";

const minute = { day: "2-digit", month: "2-digit", year: "numeric", hour: "2-digit", minute: "2-digit" } as const;

/** Tables that were brought, latest first, with what became of them. */
export function ImportList({ rows, place }: { rows: readonly ImportRowView[]; place: ImportPlace }) {
  const t = useTranslations("imports");
  const format = useFormatter();
  const locale = useLocale();
  return (
    <Card title={t("list.title")} flush>
      <Table
        caption={t("list.title")}
        rows={rows}
        rowKey={({ id }) => id}
        empty={
          <EmptyState icon="upload" title={t("list.empty")}>
            {t("list.emptyBody")}
          </EmptyState>
        }
        columns={[
          {
            key: "file",
            label: t("list.file"),
            primary: true,
            cell: ({ id, fileName, kind }) => (
              <RowTitle
                as={Link}
                href={href(locale, place, "imports", id)}
                title={fileName}
                detail={t(`kind.${kindWords(kind, place)}`)}
              />
            ),
          },
          { key: "state", label: t("list.state"), cell: ({ state }) => <ImportBadge state={state} /> },
          { key: "rows", label: t("list.rows"), numeric: true, cell: ({ rowsRead }) => format.number(rowsRead) },
          {
            key: "result",
            label: t("list.result"),
            cell: ({ state, accepted, asked, refused, applied }) =>
              state === "APPLIED"
                ? t("list.applied", { count: applied })
                : state === "CHECKED" && t("list.counts", { accepted, refused: asked + refused }),
          },
          {
            key: "when",
            label: t("list.when"),
            numeric: true,
            cell: ({ createdAt }) => format.dateTime(createdAt, minute),
          },
        ]}
      />
    </Card>
  );
}
