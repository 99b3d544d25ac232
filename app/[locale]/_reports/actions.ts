"use server";

import { askExtension } from "@/lib/reports/extension-commands";
import { askSignature as askToSign, refuseSignature } from "@/lib/reports/sign-commands";
import { fillReport, saveReport, submitReport } from "@/lib/reports/submission-commands";
import { action } from "@/lib/web/action";

export const save = action(saveReport, { refresh: false });
export const submit = action(submitReport);
export const askSignature = action(askToSign);
export const giveBack = action(refuseSignature);
export const fill = action(fillReport);
export const ask = action(askExtension);
