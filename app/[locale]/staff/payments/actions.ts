"use server";

import {
  checkPayments,
  dissolvePayments,
  dropLine,
  gatherPayments,
  proposePayments,
  returnChecked,
  returnProposed,
} from "@/lib/payments/batch-commands";
import { sendPayments } from "@/lib/payments/send-commands";
import { sayTerms } from "@/lib/payments/terms-commands";
import { action } from "@/lib/web/action";

export const gather = action(gatherPayments);
export const propose = action(proposePayments);
export const dissolve = action(dissolvePayments);
export const check = action(checkPayments);
export const backFromCheck = action(returnProposed);
export const backFromLeader = action(returnChecked);
export const send = action(sendPayments);
export const drop = action(dropLine);
export const say = action(sayTerms);
