import type { ReactNode } from "react";
import { Icon } from "./icon";

/**
 * A part that is long on a phone: there it is folded under its summary, on wider screens and on paper it stands open without one
 * (`.phone-fold` of parts.css). Needs no script.
 */
export function PhoneFold({ summary, open, children }: { summary: ReactNode; open: boolean; children: ReactNode }) {
  return (
    <details className="phone-fold group/fold min-w-0" open={open}>
      <summary className="fold-line">
        <Icon name="chevron-right" size={16} className="text-mist-600 group-open/fold:rotate-90" />
        <span className="min-w-0">{summary}</span>
      </summary>
      {children}
    </details>
  );
}
