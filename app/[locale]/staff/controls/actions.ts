"use server";

import { decideCase, decideControl, judgeControl, proposeControl } from "@/lib/payments/control-commands";
import { recordReturn } from "@/lib/payments/return-commands";
import { action } from "@/lib/web/action";

export const propose = action(proposeControl);
export const decide = action(decideControl);
export const judge = action(judgeControl);
export const conclude = action(decideCase);
export const record = action(recordReturn);
