"use client";

import { useTranslations } from "next-intl";
import { useCallback, useEffect, useRef, useState } from "react";
import { Checkbox } from "./field";

const boxesIn = (container: string) => [
  ...(document.getElementById(container)?.querySelectorAll<HTMLInputElement>("input[data-row-box]") ?? []),
];

/** The values of the ticked `data-row-box` boxes inside the element `container`, as they change. */
export function useSelection(container: string): { ids: string[]; set: (checked: boolean) => void } {
  const [ids, setIds] = useState<string[]>([]);
  const read = useCallback(
    () =>
      setIds(
        boxesIn(container)
          .filter((box) => box.checked)
          .map((box) => box.value),
      ),
    [container],
  );
  useEffect(() => {
    read();
    const element = document.getElementById(container);
    element?.addEventListener("change", read);
    return () => element?.removeEventListener("change", read);
  }, [container, read]);
  const set = useCallback(
    (checked: boolean) => {
      for (const box of boxesIn(container)) if (!box.disabled) box.checked = checked;
      // Several readers may watch the same boxes.
      document.getElementById(container)?.dispatchEvent(new Event("change"));
    },
    [container],
  );
  return { ids, set };
}

/** Ticks every row of the page, or none. */
export function SelectAll({ container, rows }: { container: string; rows: number }) {
  const t = useTranslations("common.table");
  const { ids, set } = useSelection(container);
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current) box.current.indeterminate = ids.length > 0 && ids.length < rows;
  });
  return (
    <Checkbox
      ref={box}
      label={t("selectAll")}
      checked={rows > 0 && ids.length === rows}
      onChange={(event) => set(event.target.checked)}
    />
  );
}
