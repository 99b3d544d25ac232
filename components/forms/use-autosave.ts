"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { FieldValues, UseFormReturn } from "react-hook-form";
import type { Refusal, Result } from "@/lib/core/result";
import { claimDraft, draftKey, dropDraft, readDraft, sweepDrafts, writeDraft } from "./draft";
import type { Restored, SaveState } from "./form-context";

/** Quiet time after the last key before the server is asked. */
const pause = 1_200;
const waits = [2_000, 5_000, 15_000, 30_000];
/** Refusals that pass by themselves; for any other, trying again would say the same. */
const passing = new Set(["network", "unexpected", "signed_out", "too_many_requests"]);

export type AutosaveOptions = {
  /** Whose words these are: the user's id. */
  owner: string | number;
  /** Keeps them on the server as well. */
  save?: ((values: FieldValues) => Promise<Result<unknown>>) | undefined;
};

/**
 * Nothing typed is ever lost: each change is kept on the device at once, and on the server after a pause, again and again
 * until it is reached. What the device still holds when the form opens (a crash, a lost session, the back button) is put
 * back; when the record has changed since, the person is asked first.
 */
export function useAutosave(
  form: UseFormReturn<FieldValues>,
  formId: string,
  /** The state of the record that is typed over, as its version; what was typed over another one is not put back unasked. */
  base: () => string,
  options: AutosaveOptions | undefined,
  onRefusal: (refusal: Refusal | null) => void,
): { state: SaveState; restored: Restored | null; settle: () => Promise<void>; forget: () => void } {
  const [state, setState] = useState<SaveState>({ kind: "untouched" });
  const [restored, setRestored] = useState<Restored | null>(null);
  const key = options && draftKey(options.owner, formId);
  const save = useRef(options?.save);
  const refused = useRef(onRefusal);
  useEffect(() => {
    save.current = options?.save;
    refused.current = onRefusal;
  });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const edits = useRef(0);
  const running = useRef<Promise<void>>(Promise.resolve());
  const baseNow = useRef(base);
  useEffect(() => {
    baseNow.current = base;
  });

  const put = useCallback(
    (attempt: number) => {
      clearTimeout(timer.current);
      const act = async () => {
        const send = save.current;
        if (!send || !key) return;
        const edit = edits.current;
        setState({ kind: "saving" });
        const result = await send(form.getValues()).catch(() => ({ ok: false as const, code: "network" }));
        const newest = edit === edits.current;
        if (result.ok) {
          refused.current(null);
          if (!newest) return;
          dropDraft(localStorage, key);
          setState({ kind: "saved", at: new Date() });
        } else if (passing.has(result.code)) {
          setState({ kind: "retrying" });
          timer.current = setTimeout(() => put(attempt + 1), waits[Math.min(attempt, waits.length - 1)]);
        } else {
          // A half-filled form is not yet fit for the server; that is no mistake to shout about.
          if (result.code !== "invalid_input") refused.current(result);
          if (newest) setState({ kind: "here" });
        }
      };
      running.current = running.current.then(act);
    },
    [form, key],
  );

  useEffect(() => {
    if (!key) return;
    sweepDrafts(localStorage, Date.now());
    const claim = claimDraft(navigator.locks, key);
    let left = false;
    void claim.mine.then((mine) => {
      const draft = readDraft(localStorage, key);
      // Typed already: that is newer than what is kept.
      if (!draft || !mine || left || edits.current > 0) return;
      const take = () => {
        form.reset(draft.values, { keepDefaultValues: true });
        edits.current += 1;
        setState({ kind: "here" });
        put(0);
      };
      const outdated = draft.base !== baseNow.current();
      if (!outdated) take();
      setRestored({
        at: new Date(draft.at),
        outdated,
        take: () => {
          take();
          setRestored(null);
        },
        discard: () => {
          dropDraft(localStorage, key);
          form.reset();
          edits.current += 1;
          setRestored(null);
          if (!outdated) put(0);
        },
      });
    });
    const stop = form.subscribe({
      formState: { values: true },
      callback: ({ values, name, type }) => {
        if (!name && !type) return; // a reset, not a person
        edits.current += 1;
        writeDraft(localStorage, key, { at: Date.now(), base: baseNow.current(), values });
        setState({ kind: "here" });
        clearTimeout(timer.current);
        timer.current = setTimeout(() => put(0), pause);
      },
    });
    const again = () => {
      if (edits.current > 0 && readDraft(localStorage, key)) put(0);
    };
    addEventListener("online", again);
    return () => {
      left = true;
      claim.release();
      stop();
      removeEventListener("online", again);
      clearTimeout(timer.current);
    };
  }, [form, key, put]);

  /** Waits for a save under way, so that a submit carries the version that it leaves behind. */
  const settle = useCallback(async () => {
    clearTimeout(timer.current);
    await running.current;
    clearTimeout(timer.current);
  }, []);

  const forget = useCallback(() => {
    if (key) dropDraft(localStorage, key);
    setRestored(null);
    setState({ kind: "untouched" });
  }, [key]);

  return { state, restored, settle, forget };
}
