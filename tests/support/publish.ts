import { db } from "@/lib/db/client";
import { publishBatch } from "@/lib/vacancies/publication-commands";

/** `publish.ts <head's user id> <batch id>`: publishes the batch and prints the command's answer. */
const [userId, batchId] = process.argv.slice(2).map(Number);
const user = await db().user.findUniqueOrThrow({ where: { id: userId ?? 0 } });
const batch = await db().vacancyBatch.findUniqueOrThrow({ where: { id: batchId ?? 0 } });
const { fullName, email, staffRole } = user;
try {
  const result = await publishBatch(
    { kind: "person", userId: user.id, sessionId: null, fullName, email, staffRole, organisation: null },
    { id: batch.id, version: batch.version },
  );
  process.stdout.write(JSON.stringify(result));
  process.exit(0);
} catch {
  // The database went away: nothing was answered.
  process.exit(1);
}
