"use server";

import { approveList, checkList, returnToHead, returnToOfficer } from "@/lib/subsidies/approval-commands";
import { dissolveList, proposeList, takeOutOfList } from "@/lib/subsidies/approval-list-commands";
import { numberDecision } from "@/lib/subsidies/decision-letter-commands";
import { giveDelegation, revokeDelegation } from "@/lib/subsidies/delegation-commands";
import { releaseRate } from "@/lib/subsidies/policy-commands";
import { action } from "@/lib/web/action";

export const propose = action(proposeList);
export const check = action(checkList);
export const approve = action(approveList);
export const backToOfficer = action(returnToOfficer);
export const backToHead = action(returnToHead);
export const dissolve = action(dissolveList);
export const takeOut = action(takeOutOfList);
export const release = action(releaseRate);
export const numberAct = action(numberDecision);
export const delegate = action(giveDelegation);
export const revoke = action(revokeDelegation);
