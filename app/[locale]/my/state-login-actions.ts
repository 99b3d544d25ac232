"use server";

import type { Result } from "@/lib/core/result";
import { startBinding, unbindIdentity } from "@/lib/identity/external-identity-commands";
import { within } from "@/lib/identity/limit-commands";
import { secondStepLimits } from "@/lib/identity/limits";
import { locale as knownLocale } from "@/lib/identity/schema";
import { action } from "@/lib/web/action";
import { whence } from "@/lib/web/device";
import { after, type FormState, formAction, typedIn } from "@/lib/web/form-action";
import { requirePerson } from "@/lib/web/session";
import { beginStateLogin } from "@/lib/web/state-login";

const start = action(startBinding, { refresh: false });

/** With the right password: the address at the provider, as a link to follow. A redirect would be the form's target. */
export async function startBindingAct(state: FormState, data: FormData): Promise<FormState> {
  const typed = typedIn(data);
  const [person, { address, device }] = [await requirePerson(), await whence()];
  const known = await within<unknown>(secondStepLimits(person.email, address, device), new Date(), () => start(typed));
  if (!known.ok) return after(state, typed, known);
  const locale = knownLocale.catch("vi").parse(typed.locale);
  const begun = await beginStateLogin({ locale, next: null, binds: person.sessionId });
  const result: Result<unknown> = begun.ok ? { ok: true, value: { address: begun.value } } : begun;
  return after(state, typed, result);
}

export const unbindIdentityAct = formAction(unbindIdentity);
