"use server";

import { closePeriod, reopenPeriod } from "@/lib/reports/period-commands";
import { action } from "@/lib/web/action";

export const close = action(closePeriod);
export const reopen = action(reopenPeriod);
