"use server";

import { closeBatch, collectAgain, createBatch, editBatch, startReview } from "@/lib/vacancies/batch-commands";
import { publishBatch, withdrawBatch } from "@/lib/vacancies/publication-commands";
import { action } from "@/lib/web/action";

export const create = action(createBatch);
export const edit = action(editBatch);
export const review = action(startReview);
export const collect = action(collectAgain);
export const publish = action(publishBatch);
export const close = action(closeBatch);
export const withdraw = action(withdrawBatch);
