"use client";

import { unstable_rethrow } from "next/navigation";
import { type ReactNode, useEffect, useMemo, useRef, useState, useSyncExternalStore } from "react";
import { type FieldValues, FormProvider, useForm } from "react-hook-form";
import type { z } from "zod";
import { classes } from "@/components/ui/classes";
import { problemsOf } from "@/lib/core/problems";
import { type Refusal, type Result, refuse } from "@/lib/core/result";
import type { Action } from "@/lib/web/action";
import { type Attempt, attemptFor } from "./attempt";
import { said, toFieldErrors } from "./field-errors";
import { FormInfoContext } from "./form-context";
import { FormMessages } from "./form-messages";
import { useAutosave } from "./use-autosave";
import { type OwnWords, useWords } from "./use-words";

const never = () => () => {};
const useReady = () =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );

/** A call that failed on the way is a refusal too: the person can try again. A redirect is none. */
async function reach<T>(call: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await call();
  } catch (error) {
    unstable_rethrow(error);
    return refuse("network");
  }
}

const versionIn = (value: unknown): number | undefined =>
  typeof value === "object" && value !== null && "version" in value && typeof value.version === "number"
    ? value.version
    : undefined;

export type FormProps<T> = {
  /** Names the form and its record (`vacancy-12`): prefix of the ids, key of what the device keeps. */
  id: string;
  /** The command's schema; it checks `{ ...fixed, ...values }` here as the command does there. */
  schema: z.ZodType;
  action: Action<T>;
  defaultValues: FieldValues;
  /** Sent along and never typed: ids, the version. A `version` in an answer replaces the one here. */
  fixed?: FieldValues | undefined;
  onDone?: ((value: T) => void) | undefined;
  /** The form stays for another entry: emptied after success, and the same words count as new. */
  again?: boolean | undefined;
  /** `save` takes the same input as `action`. Without `save` only the device keeps. */
  autosave?: { owner: string | number; save?: Action<unknown> | undefined } | undefined;
  words?: OwnWords | undefined;
  className?: string | undefined;
  children: ReactNode;
};

/**
 * A form over a command: the same schema on both sides, what is wrong above and at each field, one submit however often
 * one clicks, and nothing typed lost.
 */
export function Form<T>(props: FormProps<T>) {
  const { id, schema, action, defaultValues, fixed, onDone, again, autosave, words, className, children } = props;
  const ready = useReady();
  const { say, sayRefusal } = useWords(words);
  const [pending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [failures, setFailures] = useState(0);
  const busy = useRef(false);
  const attempt = useRef<Attempt | null>(null);

  const given = JSON.stringify([defaultValues, fixed]);
  const along = useRef(fixed);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a change of content counts, not of identity
  useEffect(() => {
    along.current = fixed;
  }, [given]);
  const learn = (result: Result<unknown>) => {
    const version = result.ok ? versionIn(result.value) : undefined;
    if (version !== undefined) along.current = { ...along.current, version };
  };

  const form = useForm<FieldValues>({
    defaultValues,
    shouldFocusError: false,
    resolver: (values) => {
      const parsed = schema.safeParse({ ...along.current, ...values });
      if (parsed.success) return { values, errors: {} };
      return { values: {}, errors: toFieldErrors(said(problemsOf(parsed.error), say)) };
    },
  });

  const save = autosave?.save;
  const autosaving = useAutosave(
    form,
    id,
    () => String(versionIn(along.current) ?? ""),
    autosave && {
      owner: autosave.owner,
      save:
        save &&
        (async (values) => {
          const result = await reach(() => save({ ...along.current, ...values }));
          learn(result);
          return result;
        }),
    },
    setRefusal,
  );

  // The server has a newer record (after a save, or another page's act): take it, unless the person is typing.
  const shown = useRef(given);
  const { isDirty } = form.formState;
  useEffect(() => {
    if (shown.current === given) return;
    shown.current = given;
    if (!isDirty) form.reset(defaultValues);
  });

  async function send(): Promise<boolean> {
    await autosaving.settle();
    const input = { ...along.current, ...form.getValues() };
    attempt.current = attemptFor(input, attempt.current);
    const { key } = attempt.current;
    const result = await reach(() => action(input, { idempotencyKey: key }));
    learn(result);
    if (!result.ok) {
      for (const { name, code, message } of said(result.fields ?? [], say))
        form.setError(name || "root", { type: code, message });
      setRefusal(result);
      return false;
    }
    setRefusal(null);
    autosaving.forget();
    if (again) {
      attempt.current = null;
      form.reset(defaultValues);
    } else form.reset(form.getValues());
    onDone?.(result.value);
    return true;
  }

  async function submit(event: React.FormEvent) {
    event.preventDefault();
    // A form may stand in a dialog inside another form's tree: React would carry the event up.
    event.stopPropagation();
    if (busy.current) return;
    busy.current = true;
    setPending(true);
    let sent = false;
    try {
      await form.handleSubmit(
        async () => {
          sent = await send();
        },
        () => setRefusal(null),
      )(event);
      // Only now are the errors in place to which the summary leads.
      if (!sent) setFailures((count) => count + 1);
    } finally {
      busy.current = false;
      setPending(false);
    }
  }

  const { state, restored } = autosaving;
  const info = useMemo(
    () => ({ id, ready, pending, refusal, say, sayRefusal, failures, save: state, restored }),
    [id, ready, pending, refusal, say, sayRefusal, failures, state, restored],
  );

  return (
    <FormProvider {...form}>
      <FormInfoContext value={info}>
        <form id={id} method="post" noValidate onSubmit={submit} data-ready={ready || undefined}>
          <fieldset disabled={!ready} className={classes("flex min-w-0 flex-col gap-5", className)}>
            <FormMessages />
            {children}
          </fieldset>
        </form>
      </FormInfoContext>
    </FormProvider>
  );
}
