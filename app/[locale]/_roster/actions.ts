"use server";

import { addEntry, editEntry, leaveEntry, removeEntry, returnEntry } from "@/lib/subsidies/roster-commands";
import { action } from "@/lib/web/action";

export const add = action(addEntry, { refresh: false });
export const edit = action(editEntry, { refresh: false });
export const leave = action(leaveEntry);
export const back = action(returnEntry, { refresh: false });
export const remove = action(removeEntry, { refresh: false });
