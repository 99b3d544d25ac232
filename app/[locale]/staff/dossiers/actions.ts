"use server";

import { addToList, gatherList } from "@/lib/subsidies/approval-list-commands";
import { grantChange, refuseChange } from "@/lib/subsidies/change-commands";
import {
  dropCorrection,
  markPaper,
  noteCorrection,
  sendCorrections,
  settleCorrection,
  writeReviewMessage,
} from "@/lib/subsidies/correction-commands";
import { decidePersons } from "@/lib/subsidies/decision-commands";
import { askOpinion } from "@/lib/subsidies/opinion-commands";
import { assignDossiers, closeEditing, labelDossiers, markSeen, openForEditing } from "@/lib/subsidies/review-commands";
import { action } from "@/lib/web/action";

export const assign = action(assignDossiers);
export const label = action(labelDossiers);
export const gather = action(gatherList);
export const addToGathering = action(addToList);
export const decide = action(decidePersons);
export const noteAct = action(noteCorrection);
export const markAct = action(markPaper);
export const dropAct = action(dropCorrection);
export const sendAct = action(sendCorrections);
export const settleAct = action(settleCorrection);
export const messageAct = action(writeReviewMessage);
export const askAct = action(askOpinion);
export const seenAct = action(markSeen);
export const openAct = action(openForEditing, { refresh: false });
export const closeAct = action(closeEditing, { refresh: false });
export const grantChangeAct = action(grantChange);
export const refuseChangeAct = action(refuseChange);
