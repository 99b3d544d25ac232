import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { auditChoices, auditOf, auditPage } from "@/lib/audit/queries";
import { auditFilter } from "@/lib/audit/schema";
import { ok, refuse } from "@/lib/core/result";
import { db } from "@/lib/db/client";
import { command } from "@/lib/db/command";
import { type Actor, anyOf, isPerson, isSystem, nobody, system } from "@/lib/identity/actor";

const at = (minute: number) => new Date(Date.UTC(2024, 6, 10, 2, minute));
const paint = command({
  name: "tests.paint",
  input: z.object({ id: z.int(), colour: z.string(), password: z.string().optional() }),
  may: anyOf(isPerson, isSystem),
  run: async ({ input, about }) => {
    about({ type: "wall", id: input.id }, { before: "white" });
    return input.colour === "none" ? refuse("not_allowed_now") : ok(input.colour);
  },
});

let painter: Actor;
const all = (more: Record<string, string> = {}) => auditPage(auditFilter.parse(more), 100);

beforeAll(async () => {
  const user = await db().user.create({ data: { email: "son@nhamay.example", fullName: "Trần Văn Sơn" } });
  const { id, kind, nameVi } = await db().organisation.create({
    data: { kind: "ENTERPRISE", nameVi: "Công ty TNHH Sơn Mới" },
  });
  painter = {
    kind: "person",
    userId: user.id,
    sessionId: null,
    fullName: user.fullName,
    email: user.email,
    staffRole: null,
    organisation: { id, kind, role: "OWNER", nameVi },
  };
  await paint(painter, { id: 7, colour: "red", password: "hunter2" }, { now: at(1), requestId: "req-1" });
  await paint(system("worker"), { id: 7, colour: "blue" }, { now: at(2) });
  await paint(painter, { id: 7, colour: "none" }, { now: at(3) });
  await paint(nobody, { id: 7, colour: "green" }, { now: at(4) });
  await paint(painter, { id: 8, colour: 3 }, { now: at(5) });
});

describe("the trail", () => {
  it("has a line for each act, also for the refused ones, with who did it and without secrets", async () => {
    const { items } = await all();
    expect(items.map(({ outcome }) => outcome)).toEqual(["invalid_input", "signed_out", "not_allowed_now", "ok", "ok"]);
    expect(items.at(-1)).toMatchObject({
      command: "tests.paint",
      requestId: "req-1",
      actor: { kind: "person", name: "Trần Văn Sơn", staff: false, organisation: "Công ty TNHH Sơn Mới" },
      detail: { input: { colour: "red", password: "•" }, more: { before: "white" } },
    });
    expect(JSON.stringify(items)).not.toContain("hunter2");
    expect(items[3]?.actor).toEqual({ kind: "system", name: "worker" });
    expect(items[1]?.actor).toEqual({ kind: "nobody" });
  });

  it("of one subject: what was done, newest first", async () => {
    const whole = await auditOf("wall", 7);
    expect(whole.items.map(({ at: time }) => time)).toEqual([at(2), at(1)]);
    expect(whole.next).toBeNull();
    expect(await auditOf("wall", 8)).toEqual({ items: [], next: null });

    const first = await auditOf("wall", 7, { limit: 1 });
    const second = await auditOf("wall", 7, { limit: 1, cursor: first.next ?? "" });
    expect([...first.items, ...second.items]).toEqual(whole.items);
    expect(second.next).toBeNull();
  });

  it("is filtered by each column", async () => {
    const count = async (more: Record<string, string>) => (await all(more)).items.length;
    expect(await count({ command: "tests.paint" })).toBe(5);
    expect(await count({ command: "tests.other" })).toBe(0);
    expect(await count({ outcome: "ok" })).toBe(2);
    expect(await count({ outcome: "refused" })).toBe(3);
    expect(await count({ person: "VĂN SƠN" })).toBe(3);
    expect(await count({ person: "nobody-of-that-name" })).toBe(0);
    expect(await count({ subjectType: "wall", subjectId: "7" })).toBe(3);
    expect(await count({ from: "2024-07-10", to: "2024-07-10" })).toBe(5);
    expect(await count({ from: "2024-07-11" })).toBe(0);
    expect(await count({ to: "2024-07-09" })).toBe(0);
    expect(await auditChoices()).toEqual({ commands: ["tests.paint"], subjectTypes: ["wall"] });
  });

  it("is read by pages that neither repeat nor leave out, also within one instant", async () => {
    for (let i = 0; i < 7; i++) await paint(system("page"), { id: 9, colour: "grey" }, { now: at(9) });
    const whole = (await all()).items.map(({ id }) => id);
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page = await auditPage(auditFilter.parse(cursor ? { cursor } : {}), 3);
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.next;
    } while (cursor);
    expect(seen).toEqual(whole);
    expect(seen).toHaveLength(12);
  });

  it("is append-only: the database refuses change, deletion and emptying", async () => {
    const before = await db().auditEntry.count();
    await expect(db().$executeRaw`update "AuditEntry" set outcome = 'ok'`).rejects.toThrow(/append-only/);
    await expect(db().$executeRaw`delete from "AuditEntry" where "subjectId" = '7'`).rejects.toThrow(/append-only/);
    await expect(db().$executeRaw`truncate "AuditEntry"`).rejects.toThrow(/append-only/);
    expect(await db().auditEntry.count()).toBe(before);
  });

  it("is read through an index at every filter, however long it is", async () => {
    await db().$executeRaw`
      insert into "AuditEntry" (at, command, outcome, "actorKind", "userId", "subjectType", "subjectId", detail)
      select timestamptz '2023-01-01' + n * interval '1 minute', 'bulk.' || n % 40, 'ok', 'person', n % 300, 'bulk', (n % 900)::text, '{}'
      from generate_series(1, 60000) n`;
    await db().$executeRaw`analyze "AuditEntry"`;
    const plan = async (where: string) => {
      const rows = await db().$queryRawUnsafe<{ "QUERY PLAN": string }[]>(
        `explain select * from "AuditEntry" where ${where} order by at desc, id desc limit 51`,
      );
      return rows.map((row) => row["QUERY PLAN"]).join("\n");
    };
    for (const where of [
      "true",
      "command = 'bulk.3'",
      `"userId" in (17)`,
      `"subjectType" = 'bulk' and "subjectId" = '12'`,
      "at >= '2023-01-05' and at < '2023-01-06'",
    ]) {
      const words = await plan(where);
      expect(words, where).toContain("Index Scan");
      expect(words, where).not.toContain("Seq Scan");
    }
  });
});
