import { useFormatter, useTranslations } from "next-intl";
import { useAuditWords } from "@/components/audit/words";
import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/states";
import { RowTitle, Table } from "@/components/ui/table";
import type { AuditLine } from "@/lib/audit/schema";

const second = {
  day: "2-digit",
  month: "2-digit",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
} as const;

export function AuditTable({ lines, empty }: { lines: AuditLine[]; empty: string }) {
  const t = useTranslations("admin.audit");
  const format = useFormatter();
  const words = useAuditWords();
  return (
    <Table
      caption={t("caption")}
      rows={lines}
      rowKey={({ id }) => id}
      empty={<EmptyState title={empty} icon="history" />}
      columns={[
        {
          key: "command",
          label: t("columns.command"),
          primary: true,
          cell: (line) => (
            <RowTitle title={words.command(line.command)} detail={<code translate="no">{line.command}</code>} />
          ),
        },
        {
          key: "at",
          label: t("columns.at"),
          className: "figures md:whitespace-nowrap",
          cell: (line) => format.dateTime(line.at, second),
        },
        {
          key: "actor",
          label: t("columns.actor"),
          cell: ({ actor }) => (
            <>
              {words.actor(actor)}
              {actor.kind === "person" && (
                <span className="wrap-anywhere block text-mist-600 text-sm">
                  {[actor.email, actor.organisation].filter(Boolean).join(" · ")}
                </span>
              )}
            </>
          ),
        },
        {
          key: "subject",
          label: t("columns.subject"),
          cell: (line) => line.subjectType && `${words.subject(line.subjectType)} ${line.subjectId ?? ""}`,
        },
        {
          key: "outcome",
          label: t("columns.outcome"),
          cell: (line) => (
            <>
              <Badge tone={line.outcome === "ok" ? "done" : "refused"}>{words.outcome(line.outcome)}</Badge>
              {line.outcome !== "ok" && <code className="mt-1 block text-mist-600 text-sm">{line.outcome}</code>}
            </>
          ),
        },
        {
          key: "details",
          label: t("details"),
          hideLabel: true,
          cell: (line) => (
            <details>
              <summary className="tap cursor-pointer whitespace-nowrap text-harbour-600 text-sm">
                {t("details")}
              </summary>
              <pre className="wrap-anywhere mt-2 max-h-80 max-w-[60ch] overflow-auto whitespace-pre-wrap rounded-md bg-mist-50 p-3 text-xs">
                {JSON.stringify(line.detail, null, 2)}
              </pre>
              {line.requestId && <p className="mt-1 text-mist-600 text-xs">{t("request", { id: line.requestId })}</p>}
            </details>
          ),
        },
      ]}
    />
  );
}
