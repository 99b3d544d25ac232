"use server";

import { previewChange as previewDossierChange, requestChange, withdrawChange } from "@/lib/subsidies/change-commands";
import {
  copyDossier,
  createDossier,
  editHead,
  recomputeDossier,
  withdrawDossier,
} from "@/lib/subsidies/dossier-commands";
import { attachPapers, placePapers, takeBackPaper } from "@/lib/subsidies/dossier-paper-commands";
import { addPersons, answerPerson, removePersons } from "@/lib/subsidies/dossier-person-commands";
import { submitDossier } from "@/lib/subsidies/dossier-submit-commands";
import { answerCorrection, writeMessage } from "@/lib/subsidies/dossier-talk-commands";
import { action } from "@/lib/web/action";

export const create = action(createDossier, { refresh: false });
export const edit = action(editHead);
export const recompute = action(recomputeDossier, { refresh: false });
export const copy = action(copyDossier, { refresh: false });
export const withdraw = action(withdrawDossier);
export const addPeople = action(addPersons);
export const removePeople = action(removePersons);
export const answer = action(answerPerson);
export const attach = action(attachPapers);
export const place = action(placePapers, { refresh: false });
export const takeBack = action(takeBackPaper);
export const submit = action(submitDossier);
export const write = action(writeMessage);
export const answerAsked = action(answerCorrection);
export const previewChange = action(previewDossierChange, { refresh: false });
export const askChange = action(requestChange);
export const takeChangeBack = action(withdrawChange);
