"use server";

import {
  closeSettlement,
  explainLines,
  openSettlement,
  proposeSettlement,
  refreshSettlement,
  returnSettlement,
} from "@/lib/budget/settlement-commands";
import { action } from "@/lib/web/action";

export const open = action(openSettlement);
export const refresh = action(refreshSettlement);
export const explain = action(explainLines);
export const propose = action(proposeSettlement);
export const giveBack = action(returnSettlement);
export const close = action(closeSettlement);
