"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { classes } from "@/components/ui/classes";
import { Icon, type IconName } from "@/components/ui/icon";

const inner = (path: string) => path.replace(/^\/(vi|en)(?=\/|$)/, "") || "/";

export type RailItem = {
  href: string;
  label: string;
  icon?: IconName | undefined;
  /** How many wait there; may be a component that loads by itself. */
  count?: ReactNode;
  /** Only this very address counts as being there, as for the start of a workspace. */
  exact?: boolean | undefined;
};

/** @param deeper addresses of other entries below this one's: on their pages they are where one is, not this one */
export function RailLink({ href, label, icon, count, exact, deeper }: RailItem & { deeper: readonly string[] }) {
  const here = inner(usePathname());
  const isAt = (there: string) => here === there || here.startsWith(`${there}/`);
  const there = inner(href);
  const current = exact ? here === there : isAt(there) && !deeper.some((one) => isAt(inner(one)));
  return (
    <Link
      href={href}
      aria-current={current ? "page" : undefined}
      onClick={(event) => event.currentTarget.closest("details")?.removeAttribute("open")}
      className={classes(
        "flex min-h-10 items-center gap-3 thumb:min-h-11 rounded-control px-3 py-2 leading-tight",
        current
          ? "bg-deep-700 font-semibold text-on-deep"
          : "text-on-deep-quiet hover:bg-deep-700/60 hover:text-on-deep",
      )}
    >
      {icon && <Icon name={icon} size={17} />}
      <span className="min-w-0 flex-1">{label}</span>
      {count}
    </Link>
  );
}
