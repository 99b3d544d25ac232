import pg from "pg";
import { expect, it } from "vitest";
import { seedingOf } from "@/lib/runtime/seeding";

const url = process.env.DATABASE_URL ?? "";

async function comment(text: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`comment on database "${new URL(url).pathname.slice(1)}" is '${text}'`);
  await client.end();
}

it("takes only its own note for an interrupted seed, so that no other database is ever made anew", async () => {
  expect(await seedingOf(url)).toBe("none");
  await comment("seeding");
  expect(await seedingOf(url)).toBe("seeding");
  await comment("seeded");
  expect(await seedingOf(url)).toBe("seeded");
  await comment("of the authority");
  expect(await seedingOf(url)).toBe("seeded");
});
