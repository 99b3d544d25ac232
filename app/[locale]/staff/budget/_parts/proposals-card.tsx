import { useLocale, useTranslations } from "next-intl";
import { Badge, type Tone } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/states";
import { RowTitle, Table } from "@/components/ui/table";
import type { ProposalRow } from "@/lib/budget/year-queries";
import { formatDay } from "@/lib/core/day";
import { formatCount } from "@/lib/core/money";
import { DecideActs, WithdrawAct } from "./acts";

const tones: Record<ProposalRow["state"], Tone> = {
  PROPOSED: "waiting",
  APPROVED: "done",
  REFUSED: "refused",
  WITHDRAWN: "neutral",
};

/** What the office proposed, with the paper that it cites, and what was decided. */
export function ProposalsCard({
  rows,
  userId,
  decides,
  proposes,
}: {
  rows: readonly ProposalRow[];
  userId: number;
  decides: boolean;
  proposes: boolean;
}) {
  const t = useTranslations("budget");
  const locale = useLocale();
  const titleOf = (row: ProposalRow) =>
    t("proposalTitle", {
      ...{ kind: t(`proposalKind.${row.kind}`), year: String(row.year), to: row.toYear ? String(row.toYear) : "" },
      target: row.toYear === null ? "no" : "yes",
    });
  return (
    <Card flush title={t("proposals")}>
      <Table
        caption={t("proposals")}
        rows={rows}
        rowKey={({ id }) => id}
        empty={<EmptyState icon="inbox" title={t("noProposals")} />}
        columns={[
          {
            key: "what",
            label: t("what"),
            primary: true,
            cell: (row) => <RowTitle title={titleOf(row)} detail={row.note} />,
          },
          {
            key: "amount",
            label: t("amount"),
            numeric: true,
            cell: (row) => (row.amount === null ? t("allOpen") : formatCount(row.amount, locale)),
          },
          { key: "document", label: t("document"), cell: (row) => `${row.document} · ${formatDay(row.documentOn)}` },
          {
            key: "by",
            label: t("by"),
            cell: (row) => (
              <>
                {row.proposedBy}
                {row.decidedBy && <span className="block text-mist-600 text-sm">{row.decidedBy}</span>}
              </>
            ),
          },
          {
            key: "state",
            label: t("state"),
            cell: (row) => (
              <span className="flex flex-wrap items-center gap-2">
                <Badge tone={tones[row.state]}>{t(`proposalState.${row.state}`)}</Badge>
                {row.decisionNote && <span className="text-mist-600 text-sm">{row.decisionNote}</span>}
                {row.state === "PROPOSED" && decides && row.proposedById !== userId && (
                  <DecideActs row={{ id: row.id, version: row.version }} title={titleOf(row)} />
                )}
                {row.state === "PROPOSED" && proposes && (
                  <WithdrawAct row={{ id: row.id, version: row.version }} title={titleOf(row)} />
                )}
              </span>
            ),
          },
        ]}
      />
    </Card>
  );
}
