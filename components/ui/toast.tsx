"use client";

import { Toast as Base } from "@base-ui/react/toast";
import { useTranslations } from "next-intl";
import { type ReactNode, useMemo } from "react";
import { Icon } from "./icon";

/** Takes back what Base writes on its dialogs: an attribute that a status or an alert may not have. */
const notModal = { "aria-modal": undefined };

/** The button is there for everybody at all times: hidden from readers it would be a stop of the keyboard without a name. */
const alwaysThere = { "aria-hidden": undefined };

function Toasts() {
  const { toasts } = Base.useToastManager();
  const t = useTranslations("common.toast");
  return toasts.map((toast) => (
    <Base.Root
      key={toast.id}
      toast={toast}
      // Says something in passing and asks nothing: no dialog. What failed interrupts, by the role and not by Base's
      // hidden copy, which would take the visible one from readers.
      role={toast.type === "failed" ? "alert" : "status"}
      {...notModal}
      className="flex items-start gap-2.5 rounded-card bg-deep px-4 py-3 text-on-deep shadow-float transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0"
    >
      <Icon name={toast.type === "failed" ? "warning" : "circle-check"} size={20} className="mt-0.5" />
      <div className="min-w-0 flex-1">
        <Base.Title className="font-semibold text-on-deep" />
        <Base.Description className="text-on-deep-quiet text-sm" />
      </div>
      <Base.Close
        aria-label={t("close")}
        {...alwaysThere}
        className="-mr-1 grid size-8 place-items-center thumb:size-11 rounded-md hover:bg-deep-700"
      >
        <Icon name="x" size={16} />
      </Base.Close>
    </Base.Root>
  ));
}

/** Wraps a workspace; `useToast` below it. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const t = useTranslations("common.toast");
  return (
    <Base.Provider timeout={6_000} limit={3}>
      {children}
      <Base.Portal>
        <Base.Viewport
          aria-label={t("region")}
          className="fixed right-4 bottom-4 z-50 flex w-[calc(100vw-2rem)] flex-col gap-2 outline-none sm:w-96"
        >
          <Toasts />
        </Base.Viewport>
      </Base.Portal>
    </Base.Provider>
  );
}

/** Says in passing that something was done (or failed where no form stands to say it). */
export function useToast() {
  const { add } = Base.useToastManager();
  return useMemo(
    () => ({
      done: (title: string, description?: string) => void add({ title, description, type: "done" }),
      failed: (title: string, description?: string) => void add({ title, description, type: "failed", timeout: 0 }),
    }),
    [add],
  );
}
