"use server";

import { createApiKey, revokeApiKey } from "@/lib/identity/api-key-commands";
import { action } from "@/lib/web/action";
import { after, type FormState, formAction, typedIn } from "@/lib/web/form-action";

const create = action(createApiKey);

/** Unlike other forms' acts this one hands the answer on: the key is shown here, once. */
export async function createKeyAct(state: FormState, data: FormData): Promise<FormState> {
  const typed = typedIn(data);
  return after(state, typed, await create(typed));
}

export const revokeKeyAct = formAction(revokeApiKey);
