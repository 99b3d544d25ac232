import { endOfDay } from "@/lib/core/day";
import { db, type Prisma } from "@/lib/db/client";
import { type AuditActor, type AuditFilter, type AuditLine, readCursor, writeCursor } from "./schema";

export type AuditPage = { items: AuditLine[]; next: string | null };

const newestFirst = [{ at: "desc" }, { id: "desc" }] as const satisfies Prisma.AuditEntryOrderByWithRelationInput[];

/** Names are read with the lines, not kept in them: a person who was renamed or deleted is so here too. */
async function withNames(rows: Prisma.AuditEntryGetPayload<object>[]): Promise<AuditLine[]> {
  const userIds = [...new Set(rows.flatMap(({ userId }) => userId ?? []))];
  const organisationIds = [...new Set(rows.flatMap(({ organisationId }) => organisationId ?? []))];
  const [users, organisations] = await Promise.all([
    db().user.findMany({
      where: { id: { in: userIds } },
      select: { id: true, fullName: true, email: true, staffRole: true },
    }),
    db().organisation.findMany({ where: { id: { in: organisationIds } }, select: { id: true, nameVi: true } }),
  ]);
  const people = new Map(users.map((user) => [user.id, user]));
  const names = new Map(organisations.map(({ id, nameVi }) => [id, nameVi]));
  const actorOf = (row: (typeof rows)[number]): AuditActor => {
    if (row.userId !== null) {
      const person = people.get(row.userId);
      return {
        kind: "person",
        userId: row.userId,
        name: person?.fullName ?? `#${row.userId}`,
        email: person?.email ?? "",
        staff: Boolean(person?.staffRole),
        organisation: row.organisationId === null ? null : (names.get(row.organisationId) ?? null),
      };
    }
    const key = /^key:(\d+)$/.exec(row.actorKind)?.[1];
    if (key) return { kind: "key", keyId: Number(key), organisation: names.get(row.organisationId ?? 0) ?? "" };
    const system = /^system:(.+)$/.exec(row.actorKind)?.[1];
    return system ? { kind: "system", name: system } : { kind: "nobody" };
  };
  return rows.map((row) => ({
    id: String(row.id),
    at: row.at,
    command: row.command,
    outcome: row.outcome,
    actor: actorOf(row),
    subjectType: row.subjectType,
    subjectId: row.subjectId,
    detail: row.detail,
    requestId: row.requestId,
  }));
}

/** What follows the place that a cursor names; all, for a cursor that is none. */
function after(cursor: string | undefined): Prisma.AuditEntryWhereInput[] {
  const place = readCursor(cursor);
  // The first half lets the index find the place; the second leaves out its own instant's lines that were shown.
  return place ? [{ at: { lte: place.at } }, { OR: [{ at: { lt: place.at } }, { id: { lt: place.id } }] }] : [];
}

/** People whom a filter can mean; more than this many is no filter. */
const mostPeople = 100;

async function conditions(filter: AuditFilter): Promise<Prisma.AuditEntryWhereInput[]> {
  const all: Prisma.AuditEntryWhereInput[] = [];
  if (filter.command) all.push({ command: filter.command });
  if (filter.outcome) all.push({ outcome: filter.outcome === "ok" ? "ok" : { not: "ok" } });
  if (filter.subjectType) all.push({ subjectType: filter.subjectType });
  if (filter.subjectId) all.push({ subjectId: filter.subjectId });
  if (filter.from) all.push({ at: { gte: new Date(`${filter.from}T00:00:00+07:00`) } });
  if (filter.to) all.push({ at: { lt: endOfDay(filter.to) } });
  if (filter.person) {
    const part = { contains: filter.person, mode: "insensitive" } as const;
    const people = await db().user.findMany({
      where: { OR: [{ fullName: part }, { email: part }] },
      select: { id: true },
      take: mostPeople,
    });
    all.push({ userId: { in: people.map(({ id }) => id) } });
  }
  return [...all, ...after(filter.cursor)];
}

async function page(where: Prisma.AuditEntryWhereInput[], limit: number): Promise<AuditPage> {
  const rows = await db().auditEntry.findMany({
    where: { AND: where },
    orderBy: [...newestFirst],
    take: limit + 1,
  });
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { items: await withNames(shown), next: rows.length > limit && last ? writeCursor(last) : null };
}

/** Saving while somebody types says nothing of what became of the subject. */
const inPassing = ["vacancies.saveDraft"];

/**
 * What was done to one subject by page, newest first, without what was refused. The caller has shown that the actor may
 * see the subject itself; whether people of the other side are named is for the page to decide (`actor.staff`).
 */
export function auditOf(
  type: string,
  id: number | string,
  { cursor, limit = 20 }: { cursor?: string | undefined; limit?: number } = {},
): Promise<AuditPage> {
  const subject = { subjectType: type, subjectId: String(id), outcome: "ok", command: { notIn: inPassing } };
  return page([subject, ...after(cursor)], limit);
}

/** The whole trail by page, newest first; for administrators. `next` is the cursor of the following page. */
export async function auditPage(filter: AuditFilter, limit = 50): Promise<AuditPage> {
  return page(await conditions(filter), limit);
}

/** Commands and subject types that stand in the trail, each found by one step through its index. */
export async function auditChoices(): Promise<{ commands: string[]; subjectTypes: string[] }> {
  const [commands, types] = await Promise.all([
    db().$queryRaw<{ value: string }[]>`
      with recursive step as (
        (select command as value from "AuditEntry" order by command limit 1)
        union all
        select (select command from "AuditEntry" where command > step.value order by command limit 1)
        from step where step.value is not null)
      select value from step where value is not null`,
    db().$queryRaw<{ value: string }[]>`
      with recursive step as (
        (select "subjectType" as value from "AuditEntry" where "subjectType" is not null order by 1 limit 1)
        union all
        select (select "subjectType" from "AuditEntry" where "subjectType" > step.value order by 1 limit 1)
        from step where step.value is not null)
      select value from step where value is not null`,
  ]);
  return { commands: commands.map(({ value }) => value), subjectTypes: types.map(({ value }) => value) };
}
