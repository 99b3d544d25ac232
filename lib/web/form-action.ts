import type { Result } from "@/lib/core/result";
import type { Command } from "@/lib/db/command";
import { action } from "./action";

/** What a form without script needs to show after a submit: the answer, and what was typed. */
export type FormState = { result: Result<unknown> | null; typed: Record<string, string>; times: number };
export type FormAct = (state: FormState, data: FormData) => Promise<FormState>;

/** The fields of a form as an object: an empty field is one not filled in; Next's own fields are left out. */
export function typedIn(data: FormData): Record<string, string> {
  const typed: Record<string, string> = {};
  for (const [name, value] of data)
    if (typeof value === "string" && value !== "" && !name.startsWith("$ACTION")) typed[name] = value;
  return typed;
}

/** The state after a submit. Passwords are not sent back; after a success the form is empty again. */
export function after(state: FormState, typed: Record<string, string>, result: Result<unknown>): FormState {
  const kept = Object.fromEntries(Object.entries(typed).filter(([name]) => !/password|token/i.test(name)));
  return { result, typed: result.ok ? {} : kept, times: state.times + 1 };
}

/** A form's act on a command, for `PlainForm`: works with and without script, answers words for every refusal. */
export function formAction<I, T>(command: Command<I, T>): FormAct {
  const act = action(command);
  return async (state, data) => {
    const typed = typedIn(data);
    const result = await act(typed);
    // What a command answers is for callers, not for the page: the form needs only to know that it was done.
    return after(state, typed, result.ok ? { ok: true, value: null } : result);
  };
}
