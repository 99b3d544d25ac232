"use server";

import { rejectRegistration, verifyRegistration } from "@/lib/identity/registration-commands";
import { formAction } from "@/lib/web/form-action";

export const verifyAct = formAction(verifyRegistration);
export const rejectAct = formAction(rejectRegistration);
