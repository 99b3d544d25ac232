import type { ReactNode } from "react";

/** A key; `deep` on a navy surface. */
export const Kbd = ({ children, deep }: { children: ReactNode; deep?: boolean | undefined }) => (
  <kbd
    className={`inline-grid min-w-5 place-items-center rounded border px-1 font-sans text-xs leading-snug ${deep ? "border-deep-500 text-on-deep" : "border-mist-300 bg-card text-mist-700"}`}
  >
    {children}
  </kbd>
);
