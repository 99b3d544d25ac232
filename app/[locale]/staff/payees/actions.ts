"use server";

import { confirmAccount, rejectAccount } from "@/lib/payments/account-commands";
import { action } from "@/lib/web/action";

export const confirm = action(confirmAccount);
export const reject = action(rejectAccount);
