"use client";

import { Combobox as Base } from "@base-ui/react/combobox";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { fold } from "@/lib/core/text";
import { Icon } from "./icon";

export type Option = { value: string | number; label: string; detail?: string | undefined };

const quiet = 200;

/**
 * One of many, found by typing. Give `options` (matched here, diacritics optional) or `search` (the server matches).
 * Answers that arrive late, after another key, are dropped.
 */
export function Combobox({
  id,
  value,
  onChange,
  onBlur,
  options,
  search,
  placeholder,
  disabled,
  "aria-describedby": describedBy,
  "aria-invalid": invalid,
}: {
  id: string;
  value: Option | null;
  onChange: (option: Option | null) => void;
  onBlur?: (() => void) | undefined;
  options?: readonly Option[] | undefined;
  search?: ((query: string) => Promise<readonly Option[]>) | undefined;
  placeholder?: string | undefined;
  disabled?: boolean | undefined;
  "aria-describedby"?: string | undefined;
  "aria-invalid"?: boolean | undefined;
}) {
  const t = useTranslations("common.combobox");
  const [found, setFound] = useState<readonly Option[]>([]);
  const [state, setState] = useState<"idle" | "searching" | "failed">("idle");
  const asked = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  function ask(query: string) {
    if (!search) return;
    clearTimeout(timer.current);
    asked.current += 1;
    const turn = asked.current;
    setState("searching");
    timer.current = setTimeout(async () => {
      try {
        const answer = await search(query.trim());
        if (turn !== asked.current) return;
        setFound(answer);
        setState("idle");
      } catch {
        if (turn === asked.current) setState("failed");
      }
    }, quiet);
  }

  const all = options ?? found;
  const items = value && !all.some((option) => option.value === value.value) ? [value, ...all] : all;
  const words = state === "searching" ? t("searching") : state === "failed" ? t("failed") : null;

  return (
    <Base.Root<Option>
      items={items}
      value={value}
      onValueChange={(option) => onChange(option)}
      isItemEqualToValue={(item, other) => item.value === other.value}
      itemToStringLabel={(option) => option.label}
      filter={search ? null : (option, query) => fold(`${option.label} ${option.detail ?? ""}`).includes(fold(query))}
      onInputValueChange={(query, { reason }) => {
        if (reason === "input-change" || reason === "input-clear") ask(query);
      }}
      onOpenChange={(open, { reason }) => {
        if (open && found.length === 0 && reason !== "input-change") ask("");
      }}
      disabled={disabled ?? false}
      autoHighlight
    >
      <Base.InputGroup className="relative">
        <Base.Input
          id={id}
          placeholder={placeholder ?? t("placeholder")}
          aria-describedby={describedBy}
          aria-invalid={invalid}
          onBlur={onBlur}
          className="control truncate pr-18"
        />
        <div className="absolute inset-y-0 right-1 flex items-center text-mist-600">
          <Base.Clear
            aria-label={t("clear")}
            className="grid size-8 place-items-center thumb:size-11 rounded-md hover:bg-mist-100"
          >
            <Icon name="x" size={16} />
          </Base.Clear>
          <Base.Trigger
            aria-label={t("open")}
            className="grid size-8 place-items-center thumb:size-11 rounded-md hover:bg-mist-100"
          >
            <Icon name="chevron-down" size={16} />
          </Base.Trigger>
        </div>
      </Base.InputGroup>
      <Base.Portal>
        <Base.Positioner sideOffset={4} className="z-50 outline-none">
          <Base.Popup
            aria-busy={state === "searching" || undefined}
            className="max-h-[min(var(--available-height),22rem)] w-(--anchor-width) min-w-56 max-w-(--available-width) overflow-y-auto overscroll-contain rounded-card border border-mist-200 bg-card py-1 text-mist-900 shadow-float"
          >
            <Base.Status className="px-3 text-mist-600 text-sm not-empty:py-2">{words}</Base.Status>
            <Base.Empty className="px-3 text-mist-600 text-sm not-empty:py-2">
              {state === "idle" && t("empty")}
            </Base.Empty>
            <Base.List>
              {(option: Option) => (
                <Base.Item
                  key={option.value}
                  value={option}
                  className="flex min-h-10 cursor-default items-center gap-2 px-3 py-1.5 data-highlighted:bg-harbour-50"
                >
                  <span className="min-w-0 flex-1">
                    {option.label}
                    {option.detail && <span className="block text-mist-600 text-sm">{option.detail}</span>}
                  </span>
                  <Base.ItemIndicator className="text-harbour-600">
                    <Icon name="check" size={16} />
                  </Base.ItemIndicator>
                </Base.Item>
              )}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
