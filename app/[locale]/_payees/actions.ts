"use server";

import { enterAccount } from "@/lib/payments/account-commands";
import { importAccounts } from "@/lib/payments/account-import-commands";
import { action } from "@/lib/web/action";

export const enter = action(enterAccount);
export const takeTable = action(importAccounts);
