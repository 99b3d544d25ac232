import { db } from "@/lib/db/client";
import { loadReferenceData } from "./reference";

await loadReferenceData(db());
await db().$disconnect();
