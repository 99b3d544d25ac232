"use client";

import { useLocale, useTranslations } from "next-intl";
import { createContext, type ReactNode, use, useActionState, useEffect, useRef } from "react";
import { Button, type ButtonLook } from "@/components/ui/button";
import type { IconName } from "@/components/ui/icon";
import { Notice } from "@/components/ui/notice";
import type { FieldProblem, Refusal } from "@/lib/core/result";
import type { FormAct, FormState } from "@/lib/web/form-action";

/** Words of `account` for a code, else those of `common`. */
function useWords() {
  const own = useTranslations("account");
  const common = useTranslations("common");
  return {
    problem: ({ code, params = {} }: FieldProblem): string => {
      const ownKey = `validation.${code}` as Parameters<typeof own>[0];
      if (own.has(ownKey)) return own(ownKey, params);
      const key = `validation.${code}` as Parameters<typeof common>[0];
      return common.has(key) ? common(key, params) : common("validation.invalid");
    },
    refusal: ({ code, params = {} }: Refusal): string => {
      const ownKey = `refusals.${code}` as Parameters<typeof own>[0];
      if (own.has(ownKey)) return own(ownKey, params);
      const key = `refusals.${code}` as Parameters<typeof common>[0];
      return common.has(key) ? common(key, { reference: "–", ...params }) : common("refusals.not_allowed_now");
    },
  };
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
  const words = useWords();
  const summary = useRef<HTMLDivElement>(null);
  const refusal = state.result && !state.result.ok ? state.result : null;
  const fields = refusal?.fields ?? [];

  useEffect(() => {
    if (state.times > 0) summary.current?.focus();
  }, [state.times]);

  const problemOf = (name: string) => {
    const problem = fields.find((one) => one.path[0] === name);
    return problem && words.problem(problem);
  };
  return (
    <FormInfo value={{ id, state, problemOf }}>
      <form action={send} noValidate aria-busy={pending} className={inline ? "space-y-3" : "space-y-5"}>
        <div ref={summary} tabIndex={-1} className="outline-none empty:hidden">
          {refusal && (
            <Notice
              kind="refused"
              live
              title={fields.length ? t("errorSummary", { count: fields.length }) : words.refusal(refusal)}
            >
              {fields.length > 0 && (
                <ul className="space-y-0.5">
                  {fields.map((problem) => (
                    <li key={problem.path.join(".")}>
                      <a href={`#${id}-${problem.path[0]}`} className="underline">
                        {words.problem(problem)}
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
          <Button type="submit" icon={icon} {...look} aria-disabled={pending || undefined}>
            {submit}
          </Button>
        </div>
      </form>
    </FormInfo>
  );
}
