"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import { useTranslations } from "next-intl";
import type { ReactElement, ReactNode } from "react";
import { classes } from "./classes";
import { Icon } from "./icon";

/** A question or a short form over the page. `trigger` is the button that opens it, or drive it by `open`. */
export function Dialog({
  trigger,
  title,
  description,
  children,
  footer,
  open,
  onOpenChange,
  wide,
}: {
  trigger?: ReactElement | undefined;
  title: ReactNode;
  description?: ReactNode;
  children?: ReactNode;
  footer?: ReactNode;
  open?: boolean | undefined;
  onOpenChange?: ((open: boolean) => void) | undefined;
  wide?: boolean | undefined;
}) {
  const t = useTranslations("common.dialog");
  return (
    <Base.Root
      {...(open !== undefined && { open })}
      {...(onOpenChange && { onOpenChange: (next: boolean) => onOpenChange(next) })}
    >
      {trigger && <Base.Trigger render={trigger} />}
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-veil transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Base.Popup
          className={classes(
            "fixed z-50 flex max-h-[92dvh] flex-col bg-card text-mist-800 shadow-float outline-none transition-[opacity,translate] duration-150",
            "data-ending-style:opacity-0 data-starting-style:opacity-0",
            "max-sm:inset-x-0 max-sm:bottom-0 max-sm:rounded-t-card max-sm:data-starting-style:translate-y-4",
            "sm:top-1/2 sm:left-1/2 sm:w-[calc(100vw-3rem)] sm:-translate-x-1/2 sm:-translate-y-1/2 sm:rounded-card sm:border sm:border-mist-200",
            wide ? "sm:max-w-3xl" : "sm:max-w-lg",
          )}
        >
          <div className="flex items-start gap-3 px-5 pt-5 pb-3">
            <div className="min-w-0 flex-1">
              <Base.Title className="font-semibold text-harbour-900 text-xl">{title}</Base.Title>
              {description && <Base.Description className="mt-1 text-mist-700">{description}</Base.Description>}
            </div>
            <Base.Close
              aria-label={t("close")}
              className="-mt-1.5 -mr-2 grid size-10 shrink-0 place-items-center rounded-control text-mist-600 hover:bg-mist-100"
            >
              <Icon name="x" />
            </Base.Close>
          </div>
          {children && <div className="min-h-0 overflow-y-auto px-5 pb-5">{children}</div>}
          {footer && (
            <div className="flex flex-wrap justify-end gap-2 border-mist-200 border-t px-5 py-3.5 max-sm:*:flex-1">
              {footer}
            </div>
          )}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
