"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useMoneyWords } from "@/components/budget/use-money-words";
import { ActDialog } from "@/components/dossier-review/act-dialog";
import { FormText, FormTextarea } from "@/components/forms/fields";
import { FormDay } from "@/components/forms/typed-fields";
import { useWords } from "@/components/forms/use-words";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { explainedLines, proposedSettlement, returnedSettlement } from "@/lib/budget/settlement-schema";
import { href } from "@/lib/i18n/paths";
import { close, explain, giveBack, open, propose, refresh } from "../actions";

type Seen = { id: number; version: number };

/** Begins the settlement of a year, and leads to it. */
export function OpenSettlement({ policyId, year }: { policyId: number; year: number }) {
  const t = useTranslations("settlements");
  const locale = useLocale();
  const router = useRouter();
  const { sayRefusal } = useWords(useMoneyWords());
  return (
    <ConfirmDialog
      trigger={<Button size="sm">{t("act.open.act")}</Button>}
      title={t("act.open.title", { year: String(year) })}
      confirm={t("act.open.act")}
      onConfirm={async () => {
        const result = await open({ policyId, year });
        if (!result.ok) return sayRefusal(result);
        router.push(href(locale, "staff", "budget", "settlements", result.value.id));
        return undefined;
      }}
    >
      <p>{t("act.open.body")}</p>
    </ConfirmDialog>
  );
}

/** What the office and a leader may do with a settlement as it stands. */
export function SettlementActs({
  settlement,
  state,
  proposes,
  decides,
  settled,
}: {
  settlement: Seen;
  state: "DRAFT" | "PROPOSED" | "CLOSED";
  proposes: boolean;
  decides: boolean;
  /** đồng, as shown. */
  settled: string;
}) {
  const t = useTranslations("settlements");
  const words = useMoneyWords();
  const { sayRefusal } = useWords(words);
  const plain = (name: "refresh" | "close", act: typeof refresh) => (
    <ConfirmDialog
      trigger={<Button variant={name === "close" ? "primary" : "secondary"}>{t(`act.${name}.act`)}</Button>}
      title={t(`act.${name}.title`)}
      confirm={t(`act.${name}.act`)}
      onConfirm={async () => {
        const result = await act(settlement);
        return result.ok ? undefined : sayRefusal(result);
      }}
    >
      <p>{t(`act.${name}.body`, { amount: settled })}</p>
    </ConfirmDialog>
  );
  if (state === "DRAFT" && proposes)
    return (
      <>
        {plain("refresh", refresh)}
        <ActDialog
          id={`settlement-propose-${settlement.id}`}
          schema={proposedSettlement}
          action={propose}
          fixed={settlement}
          values={{ document: "", documentOn: null }}
          title={t("act.propose.title")}
          body={t("act.propose.body", { amount: settled })}
          confirm={t("act.propose.act")}
          done={t("act.propose.done")}
          words={words}
          trigger={<Button variant="primary">{t("act.propose.act")}</Button>}
        >
          <FormText name="document" label={t("document")} />
          <FormDay name="documentOn" label={t("documentOn")} />
        </ActDialog>
      </>
    );
  if (state === "PROPOSED" && decides)
    return (
      <>
        <ActDialog
          id={`settlement-return-${settlement.id}`}
          schema={returnedSettlement}
          action={giveBack}
          fixed={settlement}
          values={{ reason: "" }}
          title={t("act.return.title")}
          confirm={t("act.return.act")}
          done={t("act.return.done")}
          words={words}
          trigger={<Button>{t("act.return.act")}</Button>}
        >
          <FormTextarea name="reason" label={t("reason")} rows={3} />
        </ActDialog>
        {plain("close", close)}
      </>
    );
  return null;
}

/** Words for one line, or for all differing lines of a page at once. */
export function ExplainAct({
  id,
  lines,
  name,
  note,
}: {
  id: number;
  lines: readonly { claimId: number; digest: string }[];
  /** Whose line it is; without one it is a page of them. */
  name?: string | undefined;
  note?: string | null | undefined;
}) {
  const t = useTranslations("settlements");
  return (
    <ActDialog
      id={`explain-${id}-${lines[0]?.claimId ?? 0}-${lines.length}`}
      schema={explainedLines}
      action={explain}
      fixed={{ id, lines }}
      values={{ note: note ?? "" }}
      title={name ? t("explainOf", { name }) : t("explainAll", { count: lines.length })}
      confirm={t("explain")}
      done={t("explainedDone")}
      words={useMoneyWords()}
      trigger={
        <Button size="sm" aria-label={name ? t("explainOf", { name }) : undefined}>
          {name ? t("explain") : t("explainAll", { count: lines.length })}
        </Button>
      }
    >
      <FormTextarea name="note" label={t("explanation")} rows={3} />
    </ActDialog>
  );
}
