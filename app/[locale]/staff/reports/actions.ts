"use server";

import { decideExtension } from "@/lib/reports/extension-commands";
import { acceptReports, excuseReport, recallReport, reopenReport, returnReport } from "@/lib/reports/review-commands";
import { action } from "@/lib/web/action";

export const giveBack = action(returnReport);
export const accept = action(acceptReports);
export const reopen = action(reopenReport);
export const excuse = action(excuseReport);
export const recall = action(recallReport);
export const decide = action(decideExtension);
