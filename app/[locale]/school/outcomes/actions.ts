"use server";

import { saveOutcomes } from "@/lib/cohorts/outcome-commands";
import { action } from "@/lib/web/action";

export const save = action(saveOutcomes);
