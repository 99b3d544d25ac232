"use server";

import { correctSending, recordSending, withdrawSending } from "@/lib/papers/dissemination-commands";
import { cancelDocument, numberDocument, startRegister } from "@/lib/papers/document-commands";
import { useTemplate as putInForce, uploadTemplate } from "@/lib/papers/template-commands";
import { action } from "@/lib/web/action";

export const give = action(numberDocument);
export const cancel = action(cancelDocument);
export const start = action(startRegister);
export const upload = action(uploadTemplate);
export const decide = action(putInForce);
export const record = action(recordSending);
export const correct = action(correctSending);
export const withdraw = action(withdrawSending);
