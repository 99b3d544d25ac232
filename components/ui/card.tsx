import type { ReactNode } from "react";
import { classes } from "./classes";

/** A sheet with a hairline border. `title` is a heading of level `level` (2). */
export function Card({
  title,
  level = 2,
  actions,
  as: Element = "section",
  flush,
  id,
  className,
  children,
}: {
  title?: ReactNode;
  level?: 2 | 3 | undefined;
  actions?: ReactNode;
  as?: "section" | "article" | "div" | "li" | undefined;
  /** Without inner space: for a table or a list that reaches the edge. */
  flush?: boolean | undefined;
  id?: string | undefined;
  className?: string | undefined;
  children: ReactNode;
}) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <Element id={id} className={classes("card", flush ? "overflow-clip" : "p-5", className)}>
      {(title || actions) && (
        <div
          className={classes("flex flex-wrap items-center justify-between gap-3", flush ? "px-5 pt-4 pb-3" : "mb-3")}
        >
          {title && <Heading className="text-lg">{title}</Heading>}
          {actions && <div className="acts">{actions}</div>}
        </div>
      )}
      {children}
    </Element>
  );
}
