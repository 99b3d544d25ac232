"use server";

import { findOrganisations } from "@/lib/deadlines/obligation-queries";
import { permissions } from "@/lib/identity/permissions";
import { decideCase, decideControl, judgeControl, proposeControl } from "@/lib/payments/control-commands";
import { recordReturn } from "@/lib/payments/return-commands";
import { action } from "@/lib/web/action";
import { requireStaff } from "@/lib/web/session";

export const propose = action(proposeControl);
export const decide = action(decideControl);
export const judge = action(judgeControl);
export const conclude = action(decideCase);
export const record = action(recordReturn);

/** Organisations for what is being typed; reads only. */
export async function searchOrganisations(typed: string) {
  await requireStaff(permissions.proposeControls);
  return findOrganisations(String(typed).slice(0, 100));
}
