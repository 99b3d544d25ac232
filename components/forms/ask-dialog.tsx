"use client";

import { useTranslations } from "next-intl";
import { type ReactElement, type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Icon } from "@/components/ui/icon";
import { type Result, refuse } from "@/lib/core/result";
import { type OwnWords, useWords } from "./use-words";

const reached = async <T,>(call: () => Promise<Result<T>>): Promise<Result<T>> => {
  try {
    return await call();
  } catch {
    return refuse("network");
  }
};

/**
 * Shows what an act would do before it is done. With a `trigger` it asks when it opens; a form that has asked already
 * gives the answer (`given`) and is told when the question is put away.
 */
export function AskDialog<E, T>({
  trigger,
  ask,
  given,
  onClose,
  title,
  show,
  confirm,
  danger,
  act,
  onDone,
  words,
}: {
  trigger?: ReactElement | undefined;
  ask?: (() => Promise<Result<E>>) | undefined;
  given?: { answer: E } | null | undefined;
  onClose?: (() => void) | undefined;
  title: ReactNode;
  show: (answer: E) => ReactNode;
  /** Words of the act itself. */
  confirm: ReactNode;
  danger?: boolean | undefined;
  act: () => Promise<Result<T>>;
  onDone?: ((value: T) => void) | undefined;
  words?: OwnWords | undefined;
}) {
  const t = useTranslations("common");
  const { sayRefusal, say } = useWords(words);
  const [opened, setOpened] = useState(false);
  const [asked, setAsked] = useState<Result<E> | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [pending, setPending] = useState(false);
  const answer: Result<E> | null = given ? { ok: true, value: given.answer } : asked;

  async function change(next: boolean) {
    setFailure(null);
    setOpened(next);
    if (!next) return onClose?.();
    if (!ask) return;
    setAsked(null);
    setAsked(await reached(ask));
  }

  async function run() {
    if (pending) return;
    setPending(true);
    setFailure(null);
    const result = await reached(act);
    setPending(false);
    if (!result.ok) {
      const [first] = result.fields ?? [];
      setFailure(first ? say(first) : sayRefusal(result));
      return;
    }
    setOpened(false);
    onClose?.();
    onDone?.(result.value);
  }

  return (
    <Dialog
      wide
      {...(trigger && { trigger })}
      open={given ? true : opened}
      onOpenChange={(next) => void change(next)}
      title={title}
      footer={
        <>
          <Button onClick={() => void change(false)}>{t("actions.cancel")}</Button>
          <Button
            variant={danger ? "danger" : "primary"}
            aria-disabled={pending || !answer?.ok || undefined}
            onClick={() => (answer?.ok ? void run() : undefined)}
          >
            {pending ? t("form.sending") : confirm}
          </Button>
        </>
      }
    >
      <div aria-live="polite" aria-busy={answer === null}>
        {answer === null && <p className="text-mist-600">{t("loading")}</p>}
        {answer?.ok && show(answer.value)}
        {answer && !answer.ok && <Failure>{sayRefusal(answer)}</Failure>}
      </div>
      {failure && <Failure>{failure}</Failure>}
    </Dialog>
  );
}

const Failure = ({ children }: { children: ReactNode }) => (
  <p role="alert" className="mt-3 flex gap-2 text-brick">
    <Icon name="warning" className="mt-0.5" />
    {children}
  </p>
);
