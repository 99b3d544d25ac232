import { parseArgs } from "node:util";
import { z } from "zod";
import { env } from "@/lib/config/env";
import { db } from "@/lib/db/client";
import { loadReferenceData } from "./reference";
import { seedSample } from "./sample";
import { seedScale } from "./scale";

/** `--scale N` adds N vacancies beside the sample, `--open 0.03` says which part of them is open. */
const { values } = parseArgs({ options: { scale: { type: "string" }, open: { type: "string" } } });
const scale = z.coerce.number().int().positive().optional().parse(values.scale);
const open = z.coerce.number().min(0).max(1).default(0.03).parse(values.open);

const now = new Date();
await loadReferenceData(db());
if ((await db().user.count()) === 0) await seedSample(now);
else if (!scale) console.log("The database has accounts already: only the reference data was brought up to date.");
await db().$disconnect();
if (scale) await seedScale(env().DATABASE_URL, { vacancies: scale, open, now, say: console.log });
