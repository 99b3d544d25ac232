"use server";

import { confirmContact, removeContact, saveContact } from "@/lib/organisations/contact-commands";
import { action } from "@/lib/web/action";

export const keepContact = action(saveContact);
export const confirmContactPoint = action(confirmContact);
export const dropContact = action(removeContact);
