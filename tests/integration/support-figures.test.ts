import { beforeAll, expect, test } from "vitest";
import { commitGranted } from "@/lib/budget/commitment-commands";
import { type FigureMeasure, figureDimensions, figureMeasures, figuresQuery, unknownKey } from "@/lib/budget/figures";
import { figuresBy, peopleBehind, refusedBy } from "@/lib/budget/figures-queries";
import { lockBudgets, post } from "@/lib/budget/ledger-commands";
import { alignReservation } from "@/lib/budget/reservation-commands";
import { dayToDate } from "@/lib/core/day";
import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { nobody, system } from "@/lib/identity/actor";
import { knownOf } from "@/lib/reports/known-queries";
import { createLink, register } from "@/lib/subsidies/registration-commands";
import { loadReferenceData } from "@/prisma/seed/reference";
import { createReadyDossiers, giveMoney, type ReadyDossier } from "../factories/budget";
import { createEnterpriseWith } from "../factories/deadlines";
import { createMember } from "../factories/identity";

const now = new Date("2026-11-23T09:00:00+07:00");
const actor = system("test");
const each = 6_000_000;

/** Somebody decides on dossiers as the chain does: accepted ones are granted and committed. */
async function decide(dossiers: readonly ReadyDossier[], decision: "ACCEPTED" | "REFUSED", reasonCode: string | null) {
  const ids = dossiers.map(({ id }) => id);
  const accepted = decision === "ACCEPTED";
  await db().dossierPerson.updateMany({ where: { dossierId: { in: ids } }, data: { decision, reasonCode } });
  const people = await db().dossierPerson.findMany({ where: { dossierId: { in: ids } } });
  await db().dossierDecisionPerson.createMany({
    data: people.map(({ dossierId, position, beneficiaryId }) => ({
      ...{ dossierId, position, beneficiaryId, decision, reasonCode, fullName: `Người thử ${dossierId}` },
      ...{ birthDate: dayToDate("1998-01-01"), amount: accepted ? each : 0 },
      lines: accepted ? [{ rate: "hoc-phi", amount: each }] : [],
    })),
  });
  await db().$transaction(async (tx) => {
    const ended = accepted ? {} : { endedAt: now };
    await tx.supportClaim.updateMany({
      where: { dossierId: { in: ids } },
      data: { state: accepted ? "GRANTED" : "RELEASED", ...ended },
    });
    await tx.subsidyDossier.updateMany({
      where: { id: { in: ids } },
      data: { state: accepted ? "APPROVED" : "REFUSED", decidedAt: new Date("2026-11-02T09:00:00+07:00") },
    });
    const grounds = { key: `thu:${ids[0]}`, ground: "LIST" as const, subjectId: 1, document: "Danh sách" };
    const committed = await commitGranted({ tx, actor, now }, ids, grounds);
    if (!committed.ok) throw new Error(committed.code);
  });
}

async function pay(one: ReadyDossier, yearId: number) {
  for (const [kind, from, to] of [
    ["SEND", "COMMITTED", "SENT"],
    ["PAY", "SENT", "PAID"],
  ] as const)
    await db().$transaction(async (tx) => {
      await lockBudgets(tx, [one.policyId]);
      const act = { key: `${kind}:${one.id}`, ground: "PAYER" as const, subjectId: 1, document: "Chi thử", actor };
      const rows = Prisma.sql`select ${yearId}::int, ${kind}, ${from}, ${to}, ${each}::bigint, ${one.claimId}::int, ${one.id}::int`;
      await post(tx, { ...act, now: new Date("2027-01-15T09:00:00+07:00") }, rows);
    });
}

beforeAll(async () => {
  await loadReferenceData(db());
  const some = async (count: number) => {
    const made = await createReadyDossiers(count, { amount: each });
    yearId = await giveMoney(made[0]?.policyId ?? 0, 2026, 1_000_000_000);
    for (const { id } of made) await db().$transaction((tx) => alignReservation({ tx, actor, now }, id));
    return made;
  };
  let yearId = 0;
  await some(4);
  const approved = await some(3);
  await decide(approved, "ACCEPTED", null);
  await decide(await some(2), "REFUSED", "papers_wrong");
  await decide(await some(1), "REFUSED", "already_supported");
  for (const one of approved.slice(0, 2)) await pay(one, yearId);
  const organisationId = await createEnterpriseWith((await db().industrialPark.findFirstOrThrow()).id, [
    ["2020-01-01", "OPERATING"],
  ]);
  const owner = await createMember(organisationId, "OWNER");
  const link = await createLink(owner, { kind: "WORKER", note: null, closesOn: null }, { now });
  if (!link.ok) throw new Error(link.code);
  for (let at = 0; at < 2; at++) {
    const registered = await register(
      nobody,
      {
        ...{ code: link.value.code, fullName: `Trần Thử ${at}`, birthDate: "1999-02-03", phone: "0912000001" },
        ...{ personId: `00009900000${at}`, education: "UPPER_SECONDARY", job: "Thợ", consent: "yes", locale: "vi" },
        ...{ occupationCode: "welding", level: "INTERMEDIATE" },
      },
      { now },
    );
    if (!registered.ok) throw new Error(`${registered.code} ${JSON.stringify(registered.fields)}`);
  }
});

const query = (more: object = {}) => figuresQuery.parse(more);

test("the sums are what became of people, and đồng of what is granted and paid", async () => {
  const { sums } = await figuresBy("park", query(), 1);
  expect(sums).toEqual({
    ...{ registered: 2, inReview: 4, approved: 3, refused: 3, paid: 2 },
    ...{ askedAmount: 4 * each, approvedAmount: 3 * each, paidAmount: 2 * each },
  });
  expect(await refusedBy(query())).toEqual([
    { reason: "papers_wrong", persons: 2 },
    { reason: "already_supported", persons: 1 },
  ]);
});

test.each(figureDimensions)(
  "by %s: every number has exactly its people behind it, and rows add up",
  async (dimension) => {
    for (const filters of [{}, { year: "2026" }, { occupation: "welding" }]) {
      const { rows, sums } = await figuresBy(dimension, query(filters), 1);
      expect(rows.length).toBeGreaterThan(0);
      for (const measure of figureMeasures) {
        expect(rows.reduce((sum, row) => sum + row[measure], 0)).toBe(sums[measure]);
        for (const row of rows) {
          const behind = await peopleBehind(measure, query({ ...filters, [dimension]: row.key ?? unknownKey }), 1);
          expect(behind.total, `${dimension} ${row.key} ${measure}`).toBe(row[measure]);
          expect(behind.rows).toHaveLength(row[measure]);
          const amounts: Partial<Record<FigureMeasure, number>> = {
            ...{ inReview: row.askedAmount, approved: row.approvedAmount, paid: row.paidAmount },
          };
          if (amounts[measure] !== undefined) expect(behind.amount).toBe(amounts[measure]);
        }
      }
    }
  },
);

test("quarters follow the day of each event; reasons narrow the list; paging neither loses nor repeats", async () => {
  const { rows } = await figuresBy("quarter", query(), 1);
  expect(rows.map(({ key, paid, refused }) => [key, paid, refused])).toEqual([
    ["2027-1", 2, 0],
    ["2026-4", 0, 3],
  ]);
  expect((await peopleBehind("refused", query({ reason: "papers_wrong" }), 1)).total).toBe(2);
  expect((await peopleBehind("refused", query({ reason: "none" }), 1)).total).toBe(0);
  const pages = [await peopleBehind("inReview", query(), 1, 3), await peopleBehind("inReview", query(), 2, 3)];
  expect(new Set(pages.flatMap((one) => one.rows.map(({ id }) => id))).size).toBe(4);
});

test("what an address says is only ever a value", async () => {
  const nasty = query({ by: "x; drop table", school: "'; select 1; --", park: "1 or 1=1" });
  expect(nasty).toMatchObject({ by: "park", park: undefined });
  expect((await figuresBy(nasty.by, nasty, 1)).total).toBe(0);
});

test("reports are prefilled with the figures of their organisation and period", async () => {
  const { rows } = await figuresBy("enterprise", query(), 1);
  const keys = ["training.registered", "training.approved", "training.refused", "training.paid"] as const;
  for (const row of rows) {
    const organisationId = Number(row.key);
    const both = await knownOf(organisationId, keys, { coversFrom: "2026-01-01", coversTo: "2027-12-31" });
    expect(both).toEqual({
      ...{ "training.registered": row.registered, "training.approved": row.approved },
      ...{ "training.refused": row.refused, "training.paid": row.paid },
    });
    const late = await knownOf(organisationId, keys, { coversFrom: "2027-01-01", coversTo: "2027-12-31" });
    expect(late).toMatchObject({ "training.approved": 0, "training.paid": row.paid });
  }
});
