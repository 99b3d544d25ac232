"use server";

import { answerControl } from "@/lib/payments/control-commands";
import { action } from "@/lib/web/action";

export const answer = action(answerControl);
