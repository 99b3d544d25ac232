import type { ReactNode } from "react";

/** What can be done with the rows that are ticked; stays in sight at the foot of the list. */
export const BulkBar = ({ label, children }: { label: string; children: ReactNode }) => (
  <section
    aria-label={label}
    className="sticky bottom-3 z-20 mt-3 flex flex-wrap items-center gap-x-4 gap-y-2 rounded-card bg-deep px-4 py-3 text-on-deep shadow-float"
  >
    {children}
  </section>
);
