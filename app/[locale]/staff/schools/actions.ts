"use server";

import { writeSchool } from "@/lib/organisations/school-commands";
import { action } from "@/lib/web/action";

export const write = action(writeSchool, { refresh: false });
