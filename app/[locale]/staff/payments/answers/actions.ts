"use server";

import { takeAnswers } from "@/lib/payments/answer-commands";
import { settleAnswer } from "@/lib/payments/settle-commands";
import { action } from "@/lib/web/action";

export const take = action(takeAnswers);
export const settle = action(settleAnswer);
