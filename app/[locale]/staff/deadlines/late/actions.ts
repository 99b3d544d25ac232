"use server";

import { chaseReports, issueLateLetter, recordCall } from "@/lib/deadlines/escalation-commands";
import { action } from "@/lib/web/action";

export const chaseAct = action(chaseReports);
export const callAct = action(recordCall);
export const letterAct = action(issueLateLetter);
