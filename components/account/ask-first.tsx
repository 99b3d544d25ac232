import type { ReactNode } from "react";
import { buttonClass } from "@/components/ui/button";

/** An act that is shown only after one more click, with what it does: a question that needs no script. `of`: for readers. */
export function AskFirst({ label, of, children }: { label: string; of?: string | undefined; children: ReactNode }) {
  return (
    <details className="group">
      <summary className={`${buttonClass({ size: "sm", variant: "quiet" })} cursor-pointer list-none`}>
        {label}
        {of && <span className="sr-only">: {of}</span>}
      </summary>
      <div className="mt-2 max-w-72 rounded-card border border-mist-200 bg-mist-50 p-4">{children}</div>
    </details>
  );
}
