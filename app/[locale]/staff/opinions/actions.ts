"use server";

import { giveOpinion } from "@/lib/subsidies/opinion-commands";
import { action } from "@/lib/web/action";

export const give = action(giveOpinion);
