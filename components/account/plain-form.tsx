"use client";

import { useLocale, useTranslations } from "next-intl";
import { createContext, type ReactNode, use, useActionState, useEffect, useRef } from "react";
import { useWords } from "@/components/forms/use-words";
import { Button, type ButtonLook } from "@/components/ui/button";
import type { IconName } from "@/components/ui/icon";
import { Notice } from "@/components/ui/notice";
import type { FormAct, FormState } from "@/lib/web/form-action";

/** Words of `account` for a code; what it has none for, `common` says. */
function useAccountWords() {
  const t = useTranslations("account");
  return useWords({
    problem: ({ code, params = {} }) => {
      const key = `validation.${code}` as Parameters<typeof t>[0];
      return t.has(key) ? t(key, params) : undefined;
    },
    refusal: ({ code, params = {} }) => {
      const key = `refusals.${code}` as Parameters<typeof t>[0];
      return t.has(key) ? t(key, params) : undefined;
    },
  });
}

type Info = { id: string; state: FormState; problemOf: (name: string) => string | undefined };
const FormInfo = createContext<Info | null>(null);

/** The form around a field: its id, what was typed, and what is wrong with the field. */
export function usePlainForm(): Info {
  const info = use(FormInfo);
  if (!info) throw new Error("a field stands outside of PlainForm");
  return info;
}

const untouched: FormState = { result: null, typed: {}, times: 0 };

/**
 * A form that works before and without script: the browser sends it, the page comes back with what was typed, the errors
 * at their fields and a summary on top that takes the focus. `fixed` is sent along and never typed.
 */
export function PlainForm({
  id,
  act,
  fixed = {},
  submit,
  submitLabel,
  look,
  icon,
  done,
  inline,
  children,
}: {
  /** Unique on the page: prefix of the fields' ids. */
  id: string;
  act: FormAct;
  fixed?: Record<string, string | number>;
  submit: string;
  /** The button's words for readers, where the eye sees from its place what it is about. */
  submitLabel?: string | undefined;
  look?: ButtonLook;
  icon?: IconName | undefined;
  /** Said after success; without it a success says nothing (the page itself shows it). */
  done?: ReactNode;
  /** Fields and button in one row, where there is room. */
  inline?: boolean;
  children?: ReactNode;
}) {
  const [state, send, pending] = useActionState(act, untouched);
  const locale = useLocale();
  const t = useTranslations("common.form");
  const words = useAccountWords();
  const summary = useRef<HTMLDivElement>(null);
  const refusal = state.result && !state.result.ok ? state.result : null;
  const fields = refusal?.fields ?? [];

  useEffect(() => {
    if (state.times > 0) summary.current?.focus();
  }, [state.times]);

  const problemOf = (name: string) => {
    const problem = fields.find((one) => one.path[0] === name);
    return problem && words.say(problem);
  };
  return (
    <FormInfo value={{ id, state, problemOf }}>
      <form action={send} noValidate aria-busy={pending} className={inline ? "space-y-3" : "space-y-5"}>
        <div ref={summary} tabIndex={-1} className="outline-none empty:hidden">
          {refusal && (
            <Notice
              kind="refused"
              live
              title={fields.length ? t("errorSummary", { count: fields.length }) : words.sayRefusal(refusal)}
            >
              {fields.length > 0 && (
                <ul className="space-y-0.5">
                  {fields.map((problem) => (
                    <li key={problem.path.join(".")}>
                      <a href={`#${id}-${problem.path[0]}`} className="underline">
                        {words.say(problem)}
                      </a>
                    </li>
                  ))}
                </ul>
              )}
            </Notice>
          )}
          {state.result?.ok && done && (
            <Notice kind="done" live>
              {done}
            </Notice>
          )}
        </div>
        {Object.entries({ locale, ...fixed }).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {/* A new key after each answer, so that the fields take up what was sent back. */}
        <div key={state.times} className={inline ? "flex flex-wrap items-end gap-3" : "space-y-5"}>
          {children}
          <Button type="submit" icon={icon} {...look} aria-label={submitLabel} aria-disabled={pending || undefined}>
            {submit}
          </Button>
        </div>
      </form>
    </FormInfo>
  );
}
