"use server";

import {
  approveVacancy,
  assignVacancies,
  decideMany,
  releaseVacancies,
  removeFilter,
  returnVacancy,
  saveFilter,
  withdrawListing,
} from "@/lib/vacancies/review-commands";
import { action } from "@/lib/web/action";

export const approve = action(approveVacancy);
export const giveBack = action(returnVacancy);
export const decide = action(decideMany);
export const withdraw = action(withdrawListing);
export const assign = action(assignVacancies);
export const release = action(releaseVacancies);
export const keepFilter = action(saveFilter);
export const dropFilter = action(removeFilter);
