"use client";

import { type ReactNode, useState } from "react";
import { get, useFormState } from "react-hook-form";
import { Icon } from "@/components/ui/icon";

/** A part of the form that folds; open while something in it is wrong, so that the summary's links reach it. */
export function Fold({
  name,
  title,
  acts,
  begin,
  children,
}: {
  name: string;
  title: ReactNode;
  acts: ReactNode;
  begin: boolean;
  children: ReactNode;
}) {
  const [open, setOpen] = useState(begin);
  const { errors } = useFormState();
  const wrong = get(errors, name) !== undefined;
  const shown = open || wrong;
  return (
    <div className="relative min-w-0 rounded-card border border-mist-200 px-3 py-2">
      <details
        open={shown}
        onToggle={(event) => {
          event.stopPropagation();
          setOpen(event.currentTarget.open);
        }}
        className="min-w-0"
      >
        <summary className="tap thumb:pr-36 flex pr-32 cursor-pointer list-none items-center gap-2 rounded-control py-1">
          <Icon name="chevron-right" size={16} className={shown ? "rotate-90 text-mist-600" : "text-mist-600"} />
          <span className="flex min-w-0 flex-wrap items-baseline gap-x-2">{title}</span>
        </summary>
        {shown && <div className="flex min-w-0 flex-col gap-3 pt-2 pb-3">{children}</div>}
      </details>
      <span className="absolute top-1.5 right-2">{acts}</span>
    </div>
  );
}
