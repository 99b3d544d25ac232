"use server";

import { retryFailedMails, retryMail } from "@/lib/notifications/commands";
import { action } from "@/lib/web/action";

export const retry = action(retryMail);
export const retryFailed = action(retryFailedMails);
