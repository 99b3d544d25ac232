"use server";

import { followDifficulty } from "@/lib/cohorts/difficulty-commands";
import { action } from "@/lib/web/action";

export const follow = action(followDifficulty);
