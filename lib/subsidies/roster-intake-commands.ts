import { z } from "zod";
import type { Tx } from "@/lib/db/client";
import { beneficiariesOf, hashesOf, openId } from "./beneficiary-commands";
import { columnsOf } from "./roster-commands";
import { rosterFields } from "./roster-schema";

const content = rosterFields.extend({ ref: z.string(), idSealed: z.string(), idHash: z.string() });

/** The person of each row by its hash: known ones under either secret, new ones made under the row's own reference. */
async function personsOf(tx: Tx, rows: z.output<typeof content>[], now: Date): Promise<Map<string, number>> {
  const hashes = new Map(rows.map((row) => [row.idHash, hashesOf(openId(row))]));
  const known = await tx.beneficiary.findMany({
    where: { idHash: { in: [...hashes.values()].flat() } },
    select: { id: true, idHash: true },
  });
  const byHash = new Map(known.map(({ id, idHash }) => [idHash, id]));
  const persons = new Map<string, number>();
  for (const [hash, all] of hashes) {
    const id = all.map((one) => byHash.get(one)).find((one) => one !== undefined);
    if (id !== undefined) persons.set(hash, id);
  }
  const fresh = rows.filter(({ idHash }) => !persons.has(idHash));
  const made = await beneficiariesOf(
    tx,
    fresh.map(({ ref, idSealed, idHash }) => ({ ref, idSealed, idHash })),
    now,
  );
  for (const [hash, id] of made) persons.set(hash, id);
  return persons;
}

/**
 * Takes judged people over to an organisation's roster: new ones get a row, those who are on it are brought up to date with what
 * the table says; a field that it leaves open stays as it is.
 *
 * @returns by row of the table the roster entry's id
 */
export async function takeInPeople(
  tx: Tx,
  rows: { row: number; content: unknown }[],
  organisationId: number,
  now: Date,
): Promise<{ ids: Map<number, number>; taken: number[] }> {
  const people = rows.map(({ row, content: one }) => ({ row, ...content.parse(one) }));
  // One table of an organisation after the other: nobody is entered twice by two of them.
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`rosters:${organisationId}`}, 0))`;
  const persons = await personsOf(tx, people, now);
  const there = await tx.rosterEntry.findMany({
    where: { organisationId, leftOn: null, beneficiaryId: { in: [...persons.values()] } },
    select: { id: true, beneficiaryId: true },
  });
  const present = new Map(there.map(({ id, beneficiaryId }) => [beneficiaryId, id]));
  const ids = new Map<number, number>();
  const fresh: { row: number; data: ReturnType<typeof columnsOf> & { beneficiaryId: number } }[] = [];
  for (const { row, ref: _, idSealed: __, idHash, ...fields } of people) {
    const beneficiaryId = persons.get(idHash);
    if (beneficiaryId === undefined) throw new Error("a person was neither found nor made");
    const columns = columnsOf(fields);
    const known = present.get(beneficiaryId);
    if (known === undefined) {
      fresh.push({ row, data: { ...columns, beneficiaryId } });
      continue;
    }
    const said = Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== null));
    await tx.rosterEntry.update({
      where: { id: known },
      data: { ...said, updatedAt: now, version: { increment: 1 } },
    });
    ids.set(row, known);
  }
  const made = await tx.rosterEntry.createManyAndReturn({
    data: fresh.map(({ data }) => ({
      ...data,
      ...{ organisationId, source: "IMPORTED" as const, createdAt: now, updatedAt: now },
    })),
    select: { id: true, beneficiaryId: true },
  });
  const byPerson = new Map(made.map(({ id, beneficiaryId }) => [beneficiaryId, id]));
  for (const { row, data } of fresh) {
    const id = byPerson.get(data.beneficiaryId);
    if (id !== undefined) ids.set(row, id);
  }
  return { ids, taken: [] };
}
