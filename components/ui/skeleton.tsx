import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { classes } from "./classes";

/** A grey bar where a text will stand; give it the width of that text. */
export const Skeleton = ({ className = "h-4 w-full" }: { className?: string | undefined }) => (
  <span className={classes("block animate-pulse rounded-md bg-mist-100", className)} />
);

function Waiting({ children }: { children: ReactNode }) {
  const t = useTranslations("common");
  return (
    <div role="status" aria-label={t("loading")}>
      {children}
    </div>
  );
}

const some = (count: number) => Array.from({ length: count }, (_, index) => index);

/** The shape of a `Table` with two-line rows. */
export const TableSkeleton = ({
  rows = 6,
  columns = 4,
}: {
  rows?: number | undefined;
  columns?: number | undefined;
}) => (
  <Waiting>
    <div className="card divide-y divide-mist-200">
      {some(rows).map((row) => (
        <div key={row} className="flex items-start gap-6 px-5 py-3.5">
          <div className="flex-1 space-y-2">
            <Skeleton className="h-4 w-3/5" />
            <Skeleton className="h-3 w-2/5" />
          </div>
          {some(columns - 1).map((column) => (
            <Skeleton key={column} className="mt-1 h-4 w-20 max-md:hidden" />
          ))}
        </div>
      ))}
    </div>
  </Waiting>
);

/** The shape of a list of cards. */
export const CardsSkeleton = ({ cards = 4 }: { cards?: number | undefined }) => (
  <Waiting>
    <div className="space-y-3">
      {some(cards).map((card) => (
        <div key={card} className="card space-y-2.5 p-5">
          <Skeleton className="h-5 w-1/2" />
          <Skeleton className="h-4 w-2/5" />
          <Skeleton className="h-4 w-4/5" />
        </div>
      ))}
    </div>
  </Waiting>
);

/** The shape of a page's head and one sheet of label–value lines. */
export const DetailSkeleton = () => (
  <Waiting>
    <div className="space-y-6">
      <div className="space-y-2">
        <Skeleton className="h-7 w-1/2" />
        <Skeleton className="h-4 w-1/3" />
      </div>
      <div className="card space-y-4 p-5">
        {some(7).map((line) => (
          <div key={line} className="flex gap-6">
            <Skeleton className="h-4 w-32" />
            <Skeleton className="h-4 w-1/2" />
          </div>
        ))}
      </div>
    </div>
  </Waiting>
);
