"use client";

import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { useWords } from "@/components/forms/use-words";
import { BulkBar } from "@/components/ui/bulk-bar";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Icon } from "@/components/ui/icon";
import { Kbd } from "@/components/ui/kbd";
import { useSelection } from "@/components/ui/selection";
import type { Result } from "@/lib/core/result";
import type { ItemOutcome } from "@/lib/vacancies/review-rules";
import { manyDecided } from "@/lib/vacancies/review-schema";
import { assign, decide, release } from "../actions";
import { ReasonFields } from "./reason-fields";
import { useRefusalWords } from "./use-refusal-words";

export type BarItem = {
  id: number;
  version: number;
  title: string;
  holderId: number | null;
  /** Something was found that a person should look at before approving. */
  look: boolean;
};

/**
 * What can be done with the ticked rows, or with the row under the keyboard where none is ticked. The outcome of each
 * item is told.
 */
export function QueueBar({
  container,
  items,
  userId,
  decidable,
  returnable,
}: {
  container: string;
  items: readonly BarItem[];
  userId: number;
  decidable: boolean;
  returnable: boolean;
}) {
  const t = useTranslations("review");
  const finding = useTranslations("vacancies.finding");
  const { sayRefusal } = useWords(useRefusalWords());
  const { ids, set } = useSelection(container);
  const [returning, setReturning] = useState<readonly BarItem[]>([]);
  const [outcomes, setOutcomes] = useState<readonly ItemOutcome[] | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const [pending, start] = useTransition();

  const ticked = items.filter(({ id }) => ids.includes(String(id)));
  const look = ticked.filter((item) => item.look).length;

  function targets(): readonly BarItem[] {
    if (ticked.length > 0) return ticked;
    const row = document.activeElement?.closest<HTMLElement>(`#${container} [data-row]`)?.dataset.row;
    return items.filter(({ id }) => String(id) === row);
  }
  const bare = (rows: readonly BarItem[]) => rows.map(({ id, version }) => ({ id, version }));

  function run(act: () => Promise<Result<unknown>>) {
    if (pending) return;
    setRefused(null);
    start(async () => {
      const result = await act();
      if (!result.ok) return setRefused(sayRefusal(result));
      set(false);
      const { value } = result;
      if (typeof value === "object" && value !== null && "outcomes" in value)
        setOutcomes(value.outcomes as ItemOutcome[]);
    });
  }

  function say(outcome: ItemOutcome): string {
    if (outcome.ok) return "";
    const about = "finding" in outcome ? finding(outcome.finding.code, outcome.finding.params ?? {}) : "";
    return t(`outcome.code.${outcome.code}`, { finding: about, name: "name" in outcome ? outcome.name : "" });
  }

  const hand = (act: typeof assign, rows: readonly BarItem[]) =>
    run(() => act({ items: rows.map(({ id, holderId }) => ({ id, holderId })), toUserId: userId }));
  const failed = outcomes?.filter((outcome) => !outcome.ok) ?? [];
  const mine = ticked.filter(({ holderId }) => holderId === userId);

  return (
    <>
      <BulkBar label={t("bar.label")}>
        <div className="min-w-0">
          <p className="font-semibold" role="status">
            {pending
              ? t("bar.working")
              : ticked.length > 0
                ? t("bar.selected", { count: ticked.length })
                : t("bar.none")}
          </p>
          {refused && (
            <p role="alert" className="flex items-center gap-1.5 text-sm">
              <Icon name="warning" size={15} />
              {refused}
            </p>
          )}
          {decidable && ticked.length > 0 && !refused && (
            <p className="text-on-deep-quiet text-sm">{t("bar.foresee", { fit: ticked.length - look, look })}</p>
          )}
        </div>
        <p className="ml-auto flex flex-wrap items-center gap-x-2 gap-y-1 text-on-deep-quiet text-sm max-lg:hidden">
          <span>
            <Kbd deep>J</Kbd> <Kbd deep>K</Kbd> {t("bar.move")}
          </span>
          <span>
            <Kbd deep>X</Kbd> {t("bar.pick")}
          </span>
          <span>
            <Kbd deep>Enter</Kbd> {t("bar.open")}
          </span>
          {decidable && (
            <span>
              <Kbd deep>A</Kbd> {t("bar.approveKey")}
            </span>
          )}
          {returnable && (
            <span>
              <Kbd deep>R</Kbd> {t("bar.returnKey")}
            </span>
          )}
        </p>
        <div className="flex flex-wrap gap-2 max-lg:ml-auto">
          {ticked.length > 0 && (
            <Button variant="deep" onClick={() => hand(assign, ticked)}>
              {t("bar.take")}
            </Button>
          )}
          {mine.length > 0 && (
            <Button variant="deep" onClick={() => hand(release, mine)}>
              {t("bar.release")}
            </Button>
          )}
          {returnable && (
            <Button id="queue-return" onClick={() => setReturning(targets())}>
              {t("bar.return")}
            </Button>
          )}
          {decidable && (
            <Button
              id="queue-approve"
              variant="primary"
              aria-disabled={pending || undefined}
              onClick={() => {
                const rows = targets();
                if (rows.length > 0) run(() => decide({ outcome: "approve", items: bare(rows) }));
              }}
            >
              {t("bar.approve")}
            </Button>
          )}
        </div>
      </BulkBar>
      <Dialog
        open={returning.length > 0}
        onOpenChange={(open) => !open && setReturning([])}
        title={t("return.many", { count: returning.length })}
        description={t("return.body")}
      >
        <Form
          id="return-many"
          schema={manyDecided}
          action={decide}
          defaultValues={{ reasons: [{ field: "general", reason: "" }] }}
          fixed={{ outcome: "return", items: bare(returning) }}
          onDone={(value) => {
            setReturning([]);
            set(false);
            setOutcomes(value.outcomes);
          }}
        >
          <ReasonFields />
          <div className="flex justify-end">
            <SubmitButton>{t("return.send")}</SubmitButton>
          </div>
        </Form>
      </Dialog>
      <Dialog
        open={outcomes !== null}
        onOpenChange={(open) => !open && setOutcomes(null)}
        title={t("outcome.title")}
        description={[
          t("outcome.done", { done: (outcomes?.length ?? 0) - failed.length }),
          ...(failed.length > 0 ? [t("outcome.left", { left: failed.length })] : []),
        ].join(" · ")}
      >
        {failed.length > 0 && (
          <ul className="divide-y divide-mist-100">
            {failed.map((outcome) => (
              <li key={outcome.id} className="flex gap-2.5 py-2.5">
                <Icon name="warning" className="mt-0.5 text-amber" />
                <div>
                  <p className="font-semibold text-harbour-900">{items.find(({ id }) => id === outcome.id)?.title}</p>
                  <p className="text-mist-700 text-sm">{say(outcome)}</p>
                </div>
              </li>
            ))}
          </ul>
        )}
      </Dialog>
    </>
  );
}
