import { afterEach, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { migrationNames } from "@/lib/runtime/migrate";
import { whatIsMissing } from "@/lib/runtime/readiness";
import { schemaDrift } from "@/lib/runtime/schema-drift";

const url = () => process.env.DATABASE_URL ?? "";

describe("readiness", () => {
  const last = migrationNames().at(-1) ?? "";
  afterEach(() => db().$executeRaw`update _prisma_migrations set finished_at = now() where migration_name = ${last}`);

  it("is ready when every migration is applied, and only then", async () => {
    expect(await whatIsMissing()).toEqual([]);
    await db().$executeRaw`update _prisma_migrations set finished_at = null where migration_name = ${last}`;
    expect(await whatIsMissing()).toEqual([`migration ${last}`]);
  });
});

describe("schema drift", () => {
  it("finds none after the migrations, and names what differs", async () => {
    expect(await schemaDrift(url())).toBeUndefined();
    await db().$executeRaw`alter table "Mail" add column stray text`;
    expect(await schemaDrift(url())).toContain('DROP COLUMN "stray"');
  });
});
