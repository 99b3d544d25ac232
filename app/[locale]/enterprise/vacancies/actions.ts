"use server";

import {
  changeContact as changeContactCommand,
  extendDeadline as extendDeadlineCommand,
  reopenVacancy as reopenVacancyCommand,
  reportFilled as reportFilledCommand,
  withdrawVacancy as withdrawVacancyCommand,
} from "@/lib/vacancies/listing-commands";
import { findOccupations } from "@/lib/vacancies/occupation-queries";
import { repeatLastBatch as repeatLastBatchCommand } from "@/lib/vacancies/repeat-commands";
import {
  copyVacancy as copyVacancyCommand,
  createVacancy as createVacancyCommand,
  recallVacancy as recallVacancyCommand,
  removeVacancy as removeVacancyCommand,
  saveDraft as saveDraftCommand,
  submitVacancy as submitVacancyCommand,
} from "@/lib/vacancies/vacancy-commands";
import { action } from "@/lib/web/action";
import { requireEnterprise } from "@/lib/web/session";

export const createVacancy = action(createVacancyCommand, { refresh: false });
export const saveDraft = action(saveDraftCommand, { refresh: false });
export const submitVacancy = action(submitVacancyCommand, { refresh: false });
export const recallVacancy = action(recallVacancyCommand);
export const copyVacancy = action(copyVacancyCommand, { refresh: false });
export const removeVacancy = action(removeVacancyCommand, { refresh: false });
export const repeatLastBatch = action(repeatLastBatchCommand);
export const reportFilled = action(reportFilledCommand);
export const reopenVacancy = action(reopenVacancyCommand);
export const extendDeadline = action(extendDeadlineCommand);
export const changeContact = action(changeContactCommand);
export const withdrawVacancy = action(withdrawVacancyCommand);

/** Occupations for what is being typed; reads only. */
export async function searchOccupations(typed: string) {
  await requireEnterprise();
  return findOccupations(String(typed));
}
