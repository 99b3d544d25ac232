"use server";

import { askExtension } from "@/lib/reports/extension-commands";
import { fillReport, saveReport, submitReport } from "@/lib/reports/submission-commands";
import { action } from "@/lib/web/action";

export const save = action(saveReport, { refresh: false });
export const submit = action(submitReport);
export const fill = action(fillReport);
export const ask = action(askExtension);
