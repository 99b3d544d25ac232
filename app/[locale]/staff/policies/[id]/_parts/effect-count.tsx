"use client";

import { useLocale, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useWords } from "@/components/forms/use-words";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { RowTitle, Table } from "@/components/ui/table";
import { formatCount } from "@/lib/core/money";
import { type Refusal, refuse } from "@/lib/core/result";
import { type PolicyEffect, withMore } from "@/lib/subsidies/policy-effect";
import { usePolicyWords } from "../../_parts/use-policy-words";
import { effectAfter } from "../../actions";

/**
 * Counts on until every open dossier is judged, some at a time, and says how far it is; whoever leaves the page stops it. What was
 * judged stays where the connection fails, and the count goes on from there.
 */
export function EffectCount({ versionId, first, open }: { versionId: number; first: PolicyEffect; open: number }) {
  const t = useTranslations("policies.effect");
  const locale = useLocale();
  const { sayRefusal } = useWords(usePolicyWords());
  const [effect, setEffect] = useState(first);
  const [stopped, setStopped] = useState<Refusal | null>(null);
  const { changed, judged, total, more } = effect;
  useEffect(() => {
    if (more === null || stopped) return;
    let left = false;
    effectAfter({ id: versionId, after: more })
      .catch(() => refuse("network"))
      .then((result) => {
        if (left) return;
        if (result.ok) setEffect((sofar) => withMore(sofar, result.value));
        else setStopped(result);
      });
    return () => {
      left = true;
    };
  }, [versionId, more, stopped]);
  const count = (value: number) => formatCount(value, locale);
  const signed = (value: number) => (value > 0 ? `+${count(value)}` : count(value));
  return (
    <>
      <Notice
        kind={changed > 0 || more !== null ? "waiting" : "done"}
        title={
          changed === 0
            ? t("nothing", { judged })
            : t("changes", {
                changed,
                judged,
                difference: signed(total.after - total.before),
                gained: total.gained,
                lost: total.lost,
              })
        }
      >
        {t("body")}
      </Notice>
      <p role="status" className="text-mist-700">
        {more !== null && !stopped && t("counting", { judged, open: Math.max(open, judged) })}
      </p>
      {stopped && (
        <Notice kind="refused" title={t("stopped", { judged, open: Math.max(open, judged) })}>
          <p className="mb-2">{sayRefusal(stopped)}</p>
          <Button icon="history" onClick={() => setStopped(null)}>
            {t("goOn")}
          </Button>
        </Notice>
      )}
      {effect.lines.length > 0 && (
        <Card flush as="div">
          <Table
            caption={t("caption")}
            rows={effect.lines}
            rowKey={({ id }) => id}
            columns={[
              {
                key: "dossier",
                label: t("dossier"),
                primary: true,
                cell: ({ code, id, organisation }) => (
                  <RowTitle title={code ?? t("draft", { id })} detail={organisation} />
                ),
              },
              { key: "before", label: t("before"), numeric: true, cell: (line) => count(line.before) },
              { key: "after", label: t("after"), numeric: true, cell: (line) => count(line.after) },
              {
                key: "difference",
                label: t("difference"),
                numeric: true,
                cell: (line) => signed(line.after - line.before),
              },
              { key: "gained", label: t("gained"), numeric: true, cell: (line) => count(line.gained) },
              { key: "lost", label: t("lost"), numeric: true, cell: (line) => count(line.lost) },
            ]}
          />
        </Card>
      )}
    </>
  );
}
