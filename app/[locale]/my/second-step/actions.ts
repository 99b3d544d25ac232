"use server";

import type { Result } from "@/lib/core/result";
import { within } from "@/lib/identity/limit-commands";
import { secondStepLimits } from "@/lib/identity/limits";
import {
  confirmSecondFactor,
  removeSecondFactor,
  renewRecoveryCodes,
  startSecondFactor,
} from "@/lib/identity/second-factor-commands";
import { action } from "@/lib/web/action";
import { whence } from "@/lib/web/device";
import { after, type FormState, typedIn } from "@/lib/web/form-action";
import { requirePerson } from "@/lib/web/session";

/** Who sits at an open session may not guess codes and passwords faster than at sign-in. */
async function limited(run: () => Promise<Result<unknown>>): Promise<Result<unknown>> {
  const [{ email }, { address, device }] = [await requirePerson(), await whence()];
  return within(secondStepLimits(email, address, device), new Date(), run);
}

const start = action(startSecondFactor);
const confirm = action(confirmSecondFactor, { refresh: false });
const remove = action(removeSecondFactor);
const renew = action(renewRecoveryCodes);

export async function startAct(state: FormState, data: FormData): Promise<FormState> {
  const typed = typedIn(data);
  return after(state, typed, await limited(() => start(typed)));
}

/** The page stays as it is after a success: the answer holds the recovery codes, shown once. */
export async function confirmAct(state: FormState, data: FormData): Promise<FormState> {
  const typed = typedIn(data);
  return after(state, typed, await limited(() => confirm(typed)));
}

export async function removeAct(state: FormState, data: FormData): Promise<FormState> {
  const typed = typedIn(data);
  return after(state, typed, await limited(() => remove(typed)));
}

/** Hands on the new recovery codes, shown once. */
export async function renewAct(state: FormState, data: FormData): Promise<FormState> {
  const typed = typedIn(data);
  return after(state, typed, await limited(() => renew(typed)));
}
