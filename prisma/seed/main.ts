import { db } from "@/lib/db/client";
import { loadReferenceData } from "./reference";
import { seedSample } from "./sample";

await loadReferenceData(db());
if ((await db().user.count()) === 0) await seedSample(new Date());
else console.log("The database has accounts already: only the reference data was brought up to date.");
await db().$disconnect();
