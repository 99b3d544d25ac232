"use client";

import { useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import type { VacancyContent } from "@/lib/vacancies/schema";
import { isSectionKey, type SectionKey, sectionOf } from "@/lib/vacancies/sections";

const stepIn = (search: string): SectionKey | null => {
  const step = new URLSearchParams(search).get("step");
  return isSectionKey(step) ? step : null;
};

/**
 * Which step of the form is seen. It stands in the address (`?step=people`), so that the back button goes a step back; a
 * link to a field (`#vacancy-12-headcount`, in the error summary and the findings) shows the field's step first.
 */
export function useSteps(formId: string, startAt: SectionKey) {
  const [step, setStep] = useState(startAt);
  const [seen, setSeen] = useState<ReadonlySet<SectionKey>>(new Set([startAt]));
  const heading = useRef<HTMLHeadingElement>(null);

  function show(next: SectionKey) {
    if (next === step) return;
    history.pushState(null, "", `?step=${next}`);
    setStep(next);
    setSeen((before) => new Set([...before, next]));
  }
  function go(next: SectionKey) {
    flushSync(() => show(next));
    heading.current?.focus({ preventScroll: true });
    document.getElementById(formId)?.scrollIntoView({ block: "start" });
  }

  const follow = useRef<(event: MouseEvent) => void>(() => {});
  useEffect(() => {
    follow.current = (event) => {
      const link = event.target instanceof Element ? event.target.closest("a") : null;
      if (!link || event.metaKey || event.ctrlKey) return;
      if (link.hash.startsWith(`#${formId}-`)) {
        const field = link.hash.slice(formId.length + 2);
        event.preventDefault();
        flushSync(() => show(sectionOf(field as keyof VacancyContent)));
        document.getElementById(link.hash.slice(1))?.focus();
        return;
      }
      const next = link.pathname === location.pathname ? stepIn(link.search) : null;
      if (!next) return;
      event.preventDefault();
      go(next);
    };
  });
  useEffect(() => {
    const back = () => setStep(stepIn(location.search) ?? "position");
    const listen = (event: MouseEvent) => follow.current(event);
    // The error summary stands in the form itself, above the steps.
    const form = document.getElementById(formId);
    addEventListener("popstate", back);
    form?.addEventListener("click", listen, true);
    return () => {
      removeEventListener("popstate", back);
      form?.removeEventListener("click", listen, true);
    };
  }, [formId]);

  return { step, seen, go, heading };
}
