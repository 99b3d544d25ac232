import type { ElementType, ReactNode } from "react";
import { Icon } from "@/components/ui/icon";

/** Head of a page: title · state · one primary act. */
export function PageHeader({
  title,
  state,
  lede,
  back,
  actions,
  as: Anchor = "a",
}: {
  title: ReactNode;
  /** A `Badge` beside the title. */
  state?: ReactNode;
  lede?: ReactNode;
  back?: { href: string; label: string } | undefined;
  actions?: ReactNode;
  as?: ElementType | undefined;
}) {
  return (
    <div className="mb-6">
      {back && (
        <Anchor
          href={back.href}
          className="no-print tap -ml-1 mb-1 gap-1 rounded-md pr-2 text-harbour-600 text-sm hover:underline"
        >
          <Icon name="chevron-left" size={16} />
          {back.label}
        </Anchor>
      )}
      <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
        <div className="min-w-0 max-w-full">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
            <h1 className="min-w-0 font-bold text-2xl">{title}</h1>
            {state}
          </div>
          {lede && <div className="mt-1 max-w-measure text-mist-600">{lede}</div>}
        </div>
        {actions && <div className="no-print acts">{actions}</div>}
      </div>
    </div>
  );
}
