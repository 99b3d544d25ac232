"use server";

import { confirmContact, removeContact, saveContact } from "@/lib/organisations/contact-commands";
import {
  changeLifecycle,
  createEnterprise,
  editEnterprise,
  unverifyEnterprise,
  verifyEnterprise,
} from "@/lib/organisations/enterprise-commands";
import { action } from "@/lib/web/action";

export const create = action(createEnterprise);
export const edit = action(editEnterprise);
export const move = action(changeLifecycle);
export const verify = action(verifyEnterprise);
export const unverify = action(unverifyEnterprise);
export const keepContact = action(saveContact);
export const confirmContactPoint = action(confirmContact);
export const dropContact = action(removeContact);
