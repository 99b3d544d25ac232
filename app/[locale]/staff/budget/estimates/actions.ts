"use server";

import {
  createEstimate,
  gatherEstimate,
  proposeEstimate,
  returnEstimate,
  saveEstimate,
  submitEstimate,
  withdrawEstimate,
} from "@/lib/budget/estimate-commands";
import { decideBudget, withdrawBudget } from "@/lib/budget/proposal-commands";
import { action } from "@/lib/web/action";

export const create = action(createEstimate);
export const save = action(saveEstimate);
export const gather = action(gatherEstimate);
export const submit = action(submitEstimate);
export const withdraw = action(withdrawEstimate);
export const giveBack = action(returnEstimate);
export const propose = action(proposeEstimate);
/** A leader's decision on the proposal that an estimate became, and the office's taking it back. */
export const decide = action(decideBudget);
export const takeBack = action(withdrawBudget);
