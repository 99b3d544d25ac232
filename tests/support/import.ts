import { db } from "@/lib/db/client";
import { system } from "@/lib/identity/actor";
import { landImport } from "@/lib/imports/landing-commands";
import { readImport } from "@/lib/jobs/import-reading";
import { closeLocks } from "@/lib/jobs/lock";

/** A process that does what the worker does with one table, so that a test can kill it: `node … import.ts ID read|land`. */
const [id = "", part = ""] = process.argv.slice(2);
const importId = Number(id);

process.stdout.write("begun\n");
if (part === "read") {
  // A killed one's lock lives until the database has missed its connection.
  for (let outcome = "busy"; outcome === "busy"; ) {
    const { run } = await db().tableImport.findUniqueOrThrow({ where: { id: importId } });
    outcome = await readImport(importId, run, () => new Date("2026-11-22T03:00:00Z"));
    process.stdout.write(`${outcome}\n`);
  }
} else {
  const result = await landImport(system("worker"), { importId }, { now: new Date("2026-11-22T03:00:00Z") });
  process.stdout.write(`${JSON.stringify(result)}\n`);
}
await closeLocks();
await db().$disconnect();
