"use client";

import { Menu as Base } from "@base-ui/react/menu";
import type { ReactElement } from "react";
import { classes } from "./classes";
import { Icon, type IconName } from "./icon";

export type MenuItem = {
  key: string;
  label: string;
  icon?: IconName | undefined;
  /** Leads there; otherwise `onSelect` is done. */
  href?: string | undefined;
  onSelect?: (() => void) | undefined;
  danger?: boolean | undefined;
  disabled?: boolean | undefined;
};

const itemClass = (danger: boolean | undefined) =>
  classes(
    "flex min-h-10 cursor-default items-center gap-2.5 rounded-md px-3 py-1.5 outline-none data-highlighted:bg-harbour-50 data-disabled:opacity-55",
    danger && "text-brick data-highlighted:bg-brick-50",
  );

/** Acts that are not worth a button each. `trigger` is a `Button` or `IconButton`. */
export function Menu({
  trigger,
  items,
  label,
}: {
  trigger: ReactElement;
  items: readonly MenuItem[];
  label?: string | undefined;
}) {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner sideOffset={6} align="end" className="z-50 outline-none">
          <Base.Popup
            aria-label={label}
            className="max-h-(--available-height) min-w-48 overflow-y-auto rounded-card border border-mist-200 bg-card p-1.5 text-mist-900 shadow-float outline-none"
          >
            {items.map((item) => {
              const inside = (
                <>
                  {item.icon && <Icon name={item.icon} size={16} />}
                  {item.label}
                </>
              );
              return item.href ? (
                <Base.LinkItem key={item.key} href={item.href} className={itemClass(item.danger)}>
                  {inside}
                </Base.LinkItem>
              ) : (
                <Base.Item
                  key={item.key}
                  disabled={item.disabled ?? false}
                  className={itemClass(item.danger)}
                  onClick={() => item.onSelect?.()}
                >
                  {inside}
                </Base.Item>
              );
            })}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
