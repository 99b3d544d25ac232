"use server";

import { decideBudget, proposeBudget, withdrawBudget } from "@/lib/budget/proposal-commands";
import { pauseBudget, resumeBudget, takeInDossiers } from "@/lib/budget/year-commands";
import { action } from "@/lib/web/action";

export const propose = action(proposeBudget);
export const decide = action(decideBudget);
export const withdraw = action(withdrawBudget);
export const pause = action(pauseBudget);
export const resume = action(resumeBudget);
export const takeIn = action(takeInDossiers);
