"use client";

import { AlertDialog as Base } from "@base-ui/react/alert-dialog";
import { useTranslations } from "next-intl";
import { type ReactElement, type ReactNode, useState } from "react";
import { Button } from "./button";
import { Icon } from "./icon";

/**
 * Asks before an act that cannot be undone. `onConfirm` may answer a sentence that says why it failed: the question then
 * stays open with it; answering nothing closes it.
 */
export function ConfirmDialog({
  trigger,
  title,
  children,
  confirm,
  danger,
  onConfirm,
}: {
  trigger: ReactElement;
  title: ReactNode;
  children?: ReactNode;
  /** Words of the act itself: "Rút tin", never "OK". */
  confirm: ReactNode;
  danger?: boolean | undefined;
  onConfirm: () => Promise<string | undefined> | Promise<void>;
}) {
  const t = useTranslations("common");
  const [open, setOpen] = useState(false);
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<string>();

  async function run() {
    if (pending) return;
    setPending(true);
    setFailure(undefined);
    try {
      const words = await onConfirm();
      if (words) setFailure(words);
      else setOpen(false);
    } catch {
      setFailure(t("refusals.network"));
    } finally {
      setPending(false);
    }
  }

  return (
    <Base.Root open={open} onOpenChange={(next) => setOpen(next)}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-veil transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Base.Popup className="fixed z-50 bg-card p-5 text-mist-800 shadow-float outline-none transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0 max-sm:inset-x-0 max-sm:bottom-0 max-sm:rounded-t-card sm:top-1/2 sm:left-1/2 sm:w-[calc(100vw-3rem)] sm:max-w-md sm:-translate-x-1/2 sm:-translate-y-1/2 sm:rounded-card sm:border sm:border-mist-200">
          <Base.Title className="font-semibold text-harbour-900 text-xl">{title}</Base.Title>
          {children && (
            <Base.Description render={<div />} className="mt-2 text-mist-700">
              {children}
            </Base.Description>
          )}
          {failure && (
            <p role="alert" className="mt-3 flex gap-2 text-brick">
              <Icon name="warning" className="mt-0.5" />
              {failure}
            </p>
          )}
          <div className="mt-5 flex flex-wrap justify-end gap-2 max-sm:*:flex-1">
            <Base.Close render={<Button>{t("actions.cancel")}</Button>} />
            <Button variant={danger ? "danger" : "primary"} aria-disabled={pending || undefined} onClick={run}>
              {pending ? t("form.sending") : confirm}
            </Button>
          </div>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
