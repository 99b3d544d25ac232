"use client";

import { useTransition } from "react";
import { useWords } from "@/components/forms/use-words";
import { useToast } from "@/components/ui/toast";
import type { Result } from "@/lib/core/result";
import { useVacancyWords } from "../vacancies/_parts/words";

/** Does an act that needs no form; says in passing that it was done, or why not. The same click twice is one act. */
export function useAct() {
  const { sayRefusal } = useWords(useVacancyWords());
  const toast = useToast();
  const [pending, start] = useTransition();

  async function attempt<T>(
    call: () => Promise<Result<T>>,
    done: string,
    then?: (value: T) => void,
  ): Promise<string | undefined> {
    const result = await call().catch(() => ({ ok: false as const, code: "network" }));
    if (!result.ok) return sayRefusal(result);
    toast.done(done);
    then?.(result.value);
    return undefined;
  }
  return {
    pending,
    /** For a `ConfirmDialog`: answers the sentence that says why it failed. */
    attempt,
    /** For a button: the failure is a toast. */
    act<T>(call: () => Promise<Result<T>>, done: string, then?: (value: T) => void) {
      if (pending) return;
      start(async () => {
        const failure = await attempt(call, done, then);
        if (failure) toast.failed(failure);
      });
    },
  };
}
