"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState, useTransition } from "react";
import { FormTextarea } from "@/components/forms/fields";
import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { useWords } from "@/components/forms/use-words";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Dialog } from "@/components/ui/dialog";
import { SelectField } from "@/components/ui/field";
import { Kbd } from "@/components/ui/kbd";
import { Notice } from "@/components/ui/notice";
import type { Result } from "@/lib/core/result";
import type { Finding } from "@/lib/vacancies/findings";
import { returnedVacancy, withdrawnVacancy } from "@/lib/vacancies/review-schema";
import type { VacancyMove } from "@/lib/vacancies/workflow";
import { approve, assign, giveBack, release, withdraw } from "../actions";
import { ReasonFields } from "./reason-fields";
import { useRefusalWords } from "./use-refusal-words";

type Item = {
  id: number;
  version: number;
  title: string;
  findings: Finding[];
  holder: { id: number; fullName: string } | null;
};

/** The acts that the workflow allows on one vacancy, and who holds it. */
export function Acts({
  item,
  moves,
  published,
  standing,
  since,
  me,
  reviewers,
}: {
  item: Item;
  moves: readonly VacancyMove[];
  /** Withdrawing is offered for what the public sees; what is still in review is returned instead. */
  published: boolean;
  standing: ReactNode;
  since: string;
  me: { id: number; head: boolean };
  reviewers: readonly { id: number; fullName: string }[];
}) {
  const t = useTranslations("review");
  const finding = useTranslations("vacancies.finding");
  const own = useRefusalWords();
  const { sayRefusal } = useWords(own);
  const [refused, setRefused] = useState<string | null>(null);
  const [open, setOpen] = useState<"return" | "withdraw" | null>(null);
  const [pending, start] = useTransition();

  const { id, version, holder, findings } = item;
  const seen = { id, version };
  const blocks = findings.filter(({ severity }) => severity === "block");
  const warnings = findings.filter(({ severity }) => severity === "warn");
  const words = (one: Finding) => finding(one.code, one.params ?? {});
  const mayDecide = holder === null || holder.id === me.id || me.head;
  const canApprove = moves.includes("approve");
  const canReturn = moves.includes("return");
  const held = [{ id, holderId: holder?.id ?? null }];

  async function run(act: () => Promise<Result<unknown>>): Promise<string | undefined> {
    setRefused(null);
    const result = await act();
    return result.ok ? undefined : sayRefusal(result);
  }
  const press = (act: () => Promise<Result<unknown>>) => {
    if (!pending)
      start(async () => {
        const failure = await run(act);
        if (failure) setRefused(failure);
      });
  };

  const approveButton = (
    <Button
      id="act-approve"
      variant="primary"
      wide
      onClick={warnings.length ? undefined : () => press(() => approve(seen))}
    >
      {t("act.approve")} <Kbd deep>A</Kbd>
    </Button>
  );
  const reasons = [...blocks, ...warnings]
    .filter((one, index, all) => all.findIndex((other) => other.field === one.field) === index)
    .map((one) => ({ field: one.field ?? "general", reason: words(one) }));

  return (
    <div className="space-y-3">
      {standing && <p className="text-mist-700">{standing}</p>}
      {!canReturn && !published && !standing && <p className="text-mist-700">{t("act.nothing")}</p>}
      {refused && (
        <Notice kind="refused" live>
          {refused}
        </Notice>
      )}
      {canApprove && blocks.length > 0 && <Notice kind="refused">{t("act.blocked")}</Notice>}
      {(canApprove || canReturn) && mayDecide && (
        <div className="grid gap-2">
          {canApprove &&
            blocks.length === 0 &&
            (warnings.length === 0 ? (
              approveButton
            ) : (
              <ConfirmDialog
                trigger={approveButton}
                title={t("act.approveTitle", { count: warnings.length })}
                confirm={t("act.approveAnyway")}
                onConfirm={() => run(() => approve(seen))}
              >
                <p>{t("act.approveBody")}</p>
                <ul className="mt-2 list-disc space-y-1 pl-5">
                  {warnings.map((one) => (
                    <li key={words(one)}>{words(one)}</li>
                  ))}
                </ul>
              </ConfirmDialog>
            ))}
          {canReturn && (
            <Dialog
              open={open === "return"}
              onOpenChange={(next) => setOpen(next ? "return" : null)}
              title={t("return.title")}
              description={t("return.body")}
              trigger={
                <Button id="act-return" wide variant={canApprove && blocks.length > 0 ? "primary" : "secondary"}>
                  {t("act.return")} <Kbd deep={canApprove && blocks.length > 0}>R</Kbd>
                </Button>
              }
            >
              <Form
                id={`return-${id}`}
                schema={returnedVacancy}
                action={giveBack}
                defaultValues={{ reasons: reasons.length ? reasons : [{ field: "general", reason: "" }] }}
                fixed={seen}
                words={own}
                onDone={() => setOpen(null)}
              >
                <ReasonFields />
                <div className="flex justify-end">
                  <SubmitButton>{t("return.send")}</SubmitButton>
                </div>
              </Form>
            </Dialog>
          )}
        </div>
      )}
      {published && (
        <Dialog
          open={open === "withdraw"}
          onOpenChange={(next) => setOpen(next ? "withdraw" : null)}
          title={t("withdraw.title")}
          description={t("withdraw.body")}
          trigger={
            <Button variant="danger" wide>
              {t("act.withdraw")}
            </Button>
          }
        >
          <Form
            id={`withdraw-${id}`}
            schema={withdrawnVacancy}
            action={withdraw}
            defaultValues={{ note: "" }}
            fixed={seen}
            words={own}
            onDone={() => setOpen(null)}
          >
            <FormTextarea name="note" label={t("withdraw.note")} maxLength={1000} />
            <div className="flex justify-end">
              <SubmitButton variant="danger">{t("withdraw.confirm")}</SubmitButton>
            </div>
          </Form>
        </Dialog>
      )}
      {(canApprove || canReturn) && (
        <div className="border-mist-200 border-t pt-3">
          <p className="text-sm">
            <span className="text-mist-600">{t("detail.holder")}: </span>
            <b className="text-harbour-900">
              {holder ? (holder.id === me.id ? t("me") : holder.fullName) : t("nobody")}
            </b>
            <span className="text-mist-600"> · {since}</span>
          </p>
          <div className="mt-2 flex flex-wrap gap-2">
            {holder?.id !== me.id && (
              <Button size="sm" onClick={() => press(() => assign({ items: held, toUserId: me.id }))}>
                {t(holder ? "act.takeOver" : "act.take")}
              </Button>
            )}
            {holder?.id === me.id && (
              <Button size="sm" onClick={() => press(() => release({ items: held }))}>
                {t("act.release")}
              </Button>
            )}
          </div>
          <form
            className="mt-3 flex items-end gap-2"
            action={(data) => press(() => assign({ items: held, toUserId: Number(data.get("to")) }))}
          >
            <SelectField
              fieldClass="min-w-0 flex-1"
              name="to"
              id="hand-over"
              label={t("act.handOver")}
              choices={reviewers
                .filter((person) => person.id !== holder?.id && person.id !== me.id)
                .map((person) => ({ value: String(person.id), label: person.fullName }))}
            />
            <Button type="submit">{t("act.handOverButton")}</Button>
          </form>
        </div>
      )}
    </div>
  );
}
