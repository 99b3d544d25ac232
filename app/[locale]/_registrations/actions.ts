"use server";

import {
  closeLink,
  confirmRegistrations,
  createLink,
  declineRegistrations,
} from "@/lib/subsidies/registration-commands";
import { action } from "@/lib/web/action";

export const open = action(createLink);
export const close = action(closeLink);
export const confirm = action(confirmRegistrations);
export const decline = action(declineRegistrations);
