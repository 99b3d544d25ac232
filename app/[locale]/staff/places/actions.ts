"use server";

import { saveParkAliases, saveParkRegion, saveWageDecree } from "@/lib/places/commands";
import { action } from "@/lib/web/action";

export const keepDecree = action(saveWageDecree);
export const keepRegion = action(saveParkRegion);
export const keepAliases = action(saveParkAliases);
