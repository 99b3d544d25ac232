"use server";

import {
  createForm,
  draftForm,
  dropFormDraft,
  putFormInForce,
  renameForm,
  saveFormDraft,
} from "@/lib/reports/form-commands";
import { action } from "@/lib/web/action";

export const create = action(createForm);
export const rename = action(renameForm);
export const draft = action(draftForm);
export const save = action(saveFormDraft);
export const drop = action(dropFormDraft);
export const decide = action(putFormInForce);
