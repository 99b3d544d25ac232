import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { Table } from "@/components/ui/table";
import type { ExplainedFinding } from "@/lib/cohorts/plausibility";
import { useFindingWords } from "./use-finding-words";

/** What was unlike last year, side by side with what the school says of it; nothing where nothing was. */
export function ExplainedFindings({ findings }: { findings: readonly ExplainedFinding[] }) {
  const t = useTranslations("cohorts.explain");
  const words = useFindingWords();
  if (findings.length === 0) return null;
  return (
    <Card title={t("readTitle")} flush>
      <Table
        caption={t("readTitle")}
        rows={findings}
        rowKey={({ key }) => key}
        columns={[
          { key: "finding", label: t("readFinding"), primary: true, cell: words },
          {
            key: "why",
            label: t("readWhy"),
            cell: ({ explanation }) => <span className="whitespace-pre-line">{explanation || "–"}</span>,
          },
        ]}
      />
    </Card>
  );
}
