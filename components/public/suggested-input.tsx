"use client";
import { useRef, useState } from "react";

/**
 * The search field. Without script it is a text field; with it, the browser's own list offers titles of open jobs that
 * fit what is typed (`/api/suggest`).
 */
export function SuggestedInput({
  initial = "",
  className,
  placeholder,
  id,
}: {
  initial?: string | undefined;
  className?: string | undefined;
  placeholder?: string | undefined;
  id?: string | undefined;
}) {
  const [titles, setTitles] = useState<string[]>([]);
  const waiting = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const latest = useRef(0);

  function ask(typed: string) {
    clearTimeout(waiting.current);
    if (typed.trim().length < 2) return;
    waiting.current = setTimeout(async () => {
      latest.current += 1;
      const turn = latest.current;
      try {
        const response = await fetch(`/api/suggest?q=${encodeURIComponent(typed.trim().slice(0, 60))}`);
        const found: unknown = response.ok ? await response.json() : [];
        if (turn === latest.current && Array.isArray(found)) setTitles(found.map(String));
      } catch {
        // No suggestions then: the field works without.
      }
    }, 180);
  }

  return (
    <>
      <input
        type="search"
        name="q"
        id={id}
        defaultValue={initial}
        maxLength={100}
        placeholder={placeholder}
        autoComplete="off"
        enterKeyHint="search"
        list="suggested-titles"
        onChange={(event) => ask(event.target.value)}
        className={className}
      />
      <datalist id="suggested-titles">
        {titles.map((title) => (
          <option key={title} value={title} />
        ))}
      </datalist>
    </>
  );
}
