import type { ReactNode } from "react";
import { classes } from "./classes";
import { Icon, type IconName } from "./icon";

type Kind = "info" | "done" | "waiting" | "refused";

const looks: Record<Kind, { box: string; icon: IconName; ink: string }> = {
  info: { box: "border-harbour-100 bg-harbour-50", icon: "info", ink: "text-harbour-600" },
  done: { box: "border-leaf/30 bg-leaf-50", icon: "circle-check", ink: "text-leaf" },
  waiting: { box: "border-amber/30 bg-amber-50", icon: "warning", ink: "text-amber" },
  refused: { box: "border-brick/30 bg-brick-50", icon: "circle-x", ink: "text-brick" },
};

/** Something the reader should know before going on. `live` announces it when it appears after an act. */
export function Notice({
  kind = "info",
  title,
  children,
  actions,
  live,
  className,
}: {
  kind?: Kind | undefined;
  title?: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
  live?: boolean | undefined;
  className?: string | undefined;
}) {
  const look = looks[kind];
  return (
    <div
      role={live ? (kind === "refused" ? "alert" : "status") : undefined}
      className={classes("flex gap-3 rounded-card border px-4 py-3 text-mist-900", look.box, className)}
    >
      <Icon name={look.icon} size={20} className={classes("mt-0.5", look.ink)} />
      <div className="min-w-0 flex-1">
        {title && <p className="font-semibold">{title}</p>}
        {children && <div className="max-w-measure text-sm">{children}</div>}
        {actions && <div className="mt-2.5 flex flex-wrap gap-2">{actions}</div>}
      </div>
    </div>
  );
}
