"use client";

import { useEffect } from "react";

const typing = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    /^(TEXTAREA|SELECT)$/.test(target.tagName) ||
    (target instanceof HTMLInputElement && !/^(checkbox|radio|button|submit)$/.test(target.type)));

/**
 * Walks the rows of a `Table` inside the element `container`: j down, k up, enter opens, x ticks. `keys` presses further
 * buttons: `{ a: "approve" }` clicks the element with that id. Silent while one types or a dialog is open.
 */
export function RowKeys({
  container,
  keys = {},
}: {
  container: string;
  keys?: Readonly<Record<string, string>> | undefined;
}) {
  useEffect(() => {
    function press(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
      if (document.querySelector("[role=dialog], [role=alertdialog], [role=menu]")) return;
      const rows = [...(document.getElementById(container)?.querySelectorAll<HTMLElement>("[data-row]") ?? [])];
      const at = rows.findIndex((row) => row.contains(document.activeElement));
      const row = rows[at];
      const onControl = event.target instanceof HTMLElement && /^(A|BUTTON|SUMMARY)$/.test(event.target.tagName);
      const go = (index: number) => {
        const next = rows[Math.max(0, Math.min(rows.length - 1, index))];
        if (!next) return;
        next.tabIndex = -1;
        next.focus();
        next.scrollIntoView({ block: "nearest" });
      };
      if (event.key === "j") go(at + 1);
      else if (event.key === "k") go(at < 0 ? rows.length - 1 : at - 1);
      else if (event.key === "Enter" && row && !onControl) row.querySelector<HTMLElement>("[data-row-link]")?.click();
      else if (event.key === "x" && row) row.querySelector<HTMLElement>("[data-row-box]")?.click();
      else {
        const id = keys[event.key];
        if (!id) return;
        document.getElementById(id)?.click();
      }
      event.preventDefault();
    }
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [container, keys]);
  return null;
}
