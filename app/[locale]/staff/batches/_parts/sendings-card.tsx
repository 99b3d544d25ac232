"use client";

import { useFormatter, useTranslations } from "next-intl";
import { ReasonForm } from "@/components/papers/reason-form";
import { SendingForm } from "@/components/papers/sending-form";
import { SendingProof } from "@/components/papers/sending-proof";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { RowTitle, Table } from "@/components/ui/table";
import { type Day, formatDay } from "@/lib/core/day";
import type { Sending } from "@/lib/papers/dissemination-queries";
import { withdrawnSending } from "@/lib/papers/dissemination-schema";
import { correct, record, withdraw } from "../../documents/actions";

/** Where a batch went: the entries that count, and behind a word those that were corrected or withdrawn. */
export function SendingsCard({
  batchId,
  published,
  today,
  current,
  ended,
  documents,
  mayRecord,
}: {
  batchId: number;
  published: Day;
  today: Day;
  current: readonly Sending[];
  ended: readonly Sending[];
  documents: readonly { id: number; label: string }[];
  mayRecord: boolean;
}) {
  const t = useTranslations("papers.sendings");
  const names = useTranslations("papers.channel");
  const format = useFormatter();
  const instant = (text: string) => format.dateTime(new Date(text), { dateStyle: "short", timeStyle: "short" });
  const common = { batchId, published, today, documents };
  return (
    <Card
      title={t("title")}
      id="sendings"
      flush
      actions={
        mayRecord && (
          <SendingForm
            {...common}
            action={record}
            trigger={
              <Button size="sm" icon="plus">
                {t("record")}
              </Button>
            }
          />
        )
      }
    >
      <Table
        caption={t("title")}
        rows={current}
        rowKey={({ id }) => id}
        empty={<p className="px-5 py-4 text-mist-700">{t("none")}</p>}
        columns={[
          {
            key: "channel",
            label: t("channel"),
            primary: true,
            cell: (sending) => (
              <RowTitle
                title={names(sending.channel)}
                detail={sending.automatic ? t("automatic") : (sending.recordedBy ?? undefined)}
              />
            ),
          },
          { key: "sentOn", label: t("sentOn"), numeric: true, cell: (sending) => formatDay(sending.sentOn) },
          { key: "proof", label: t("proof"), cell: (sending) => <SendingProof sending={sending} /> },
          ...(mayRecord
            ? [
                {
                  key: "acts",
                  label: t("acts"),
                  hideLabel: true,
                  cell: (sending: Sending) => {
                    const one = { channel: names(sending.channel), day: formatDay(sending.sentOn) };
                    return (
                      <span className="flex flex-wrap gap-1">
                        <SendingForm
                          {...common}
                          action={correct}
                          correcting={sending}
                          trigger={
                            <Button size="sm" variant="quiet" aria-label={t("correctOne", one)}>
                              {t("correctShort")}
                            </Button>
                          }
                        />
                        <ReasonForm
                          id={`withdraw-sending-${sending.id}`}
                          action={withdraw}
                          schema={withdrawnSending}
                          fixed={{ id: sending.id }}
                          trigger={
                            <Button size="sm" variant="quiet" aria-label={t("withdrawOne", one)}>
                              {t("withdraw")}
                            </Button>
                          }
                          words={{
                            title: t("withdrawOne", one),
                            body: t("withdrawBody"),
                            reason: t("reason"),
                            confirm: t("withdraw"),
                          }}
                        />
                      </span>
                    );
                  },
                },
              ]
            : []),
        ]}
      />
      {ended.length > 0 && (
        <details className="border-mist-200 border-t px-5 py-3">
          <summary className="cursor-pointer text-harbour-600">{t("ended", { count: ended.length })}</summary>
          <ul className="mt-2 divide-y divide-mist-100">
            {ended.map((sending) => (
              <li key={sending.id} className="py-2">
                <span className="text-mist-600 line-through">
                  {names(sending.channel)} · {formatDay(sending.sentOn)}
                </span>
                <SendingProof sending={sending} />
                {sending.ended && (
                  <span className="block text-sm">
                    {t(sending.ended.correctedById === null ? "withdrawnBy" : "correctedBy", {
                      name: sending.ended.by ?? "–",
                      at: instant(sending.ended.at),
                      reason: sending.ended.reason,
                    })}
                  </span>
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
    </Card>
  );
}
