import { PrismaPg } from "@prisma/adapter-pg";
import { beforeAll, expect, test } from "vitest";
import { alignReservation } from "@/lib/budget/reservation-commands";
import { db } from "@/lib/db/client";
import { PrismaClient } from "@/lib/db/generated/client";
import { system } from "@/lib/identity/actor";
import { approveList } from "@/lib/subsidies/approval-commands";
import { loadReferenceData } from "@/prisma/seed/reference";
import { createCheckedLists, createReadyDossiers, giveMoney, type ReadyDossier } from "../factories/budget";
import { createBeneficiaries } from "../factories/dossiers";
import { createStaff } from "../factories/identity";

const now = new Date("2026-11-23T09:00:00+07:00");
const amount = 6_000_000;

beforeAll(async () => {
  // Sixty connections instead of ten, and patience: all that come are in the database at once.
  const adapter = new PrismaPg({ connectionString: process.env.DATABASE_URL, max: 60 });
  const transactionOptions = { maxWait: 300_000, timeout: 300_000 };
  Object.assign(globalThis, { hezaDatabase: new PrismaClient({ adapter, transactionOptions }) });
  await loadReferenceData(db());
});

test("200 approvals at once on an allocation for 70: 70 are committed, nothing is overspent, nobody waits in a circle", async () => {
  const officer = await createStaff("LABOUR_OFFICER");
  const head = await createStaff("LABOUR_HEAD");
  const leaders = [await createStaff("LEADER"), await createStaff("LEADER"), await createStaff("LEADER")];
  const dossiers = await createReadyDossiers(200, { amount });
  const [first] = dossiers as [ReadyDossier];
  // What the last one lacks is a single đồng.
  const yearId = await giveMoney(first.policyId, 2026, 71 * amount - 1);
  const lists = await createCheckedLists(dossiers, officer.userId, head.userId);
  const began = performance.now();
  const jobs = lists.map((list, at) => () => approveList(leaders[at % 3] as (typeof leaders)[number], list, { now }));
  // Twice each, as an impatient hand does.
  const results = await Promise.all([...jobs, ...jobs.slice(0, 50)].map((job) => job()));
  const seconds = (performance.now() - began) / 1_000;
  console.log(
    `${results.length} approvals at once: ${seconds.toFixed(1)} s, ${(results.length / seconds).toFixed(0)}/s`,
  );
  expect(results.filter(({ ok }) => ok)).toHaveLength(70);
  const codes = new Set(results.flatMap((one) => (one.ok ? [] : [one.code])));
  expect([...codes].sort()).toEqual(expect.arrayContaining(["over_allocation"]));
  for (const code of codes) expect(["over_allocation", "changed_meanwhile"]).toContain(code);
  const refused = results.find((one) => !one.ok && one.code === "over_allocation");
  expect(refused).toMatchObject({ params: { year: "2026", missing: expect.any(Number) } });
  const year = await db().budgetYear.findUniqueOrThrow({ where: { id: yearId } });
  expect(Number(year.committed)).toBe(70 * amount);
  expect(Number(year.available)).toBe(amount - 1);
  expect(await db().subsidyDossier.count({ where: { state: "APPROVED" } })).toBe(70);
  expect(await db().supportClaim.count({ where: { state: "GRANTED" } })).toBe(70);
});

test("2,000 persons of one dossier are one insert", async () => {
  const submittedAt = new Date("2024-10-05T09:00:00+07:00");
  const [dossier] = (await createReadyDossiers(1, { amount, submittedAt })) as [ReadyDossier];
  await giveMoney(dossier.policyId, 2024, 2_000 * amount);
  const others = await createBeneficiaries(1_999);
  await db().$executeRaw`
    with person as (
      insert into "DossierPerson" ("dossierId", position, "rosterEntryId", "beneficiaryId", amount)
      select p."dossierId", 1 + o.place, p."rosterEntryId", o.id, p.amount
      from "DossierPerson" p, unnest(${others}::int[]) with ordinality as o(id, place) where p."dossierId" = ${dossier.id}
      returning id, "beneficiaryId", "dossierId", amount)
    insert into "SupportClaim" ("beneficiaryId", scope, "rateCode", "dossierId", "personId", amount)
    select "beneficiaryId", 'thu', 'hoc-phi', "dossierId", id, amount from person`;
  const began = performance.now();
  await db().$transaction((tx) => alignReservation({ tx, actor: system("test"), now }, dossier.id));
  console.log(`2,000 reserved: ${Math.round(performance.now() - began)} ms`);
  expect(await db().ledgerEntry.count({ where: { dossierId: dossier.id, kind: "RESERVE" } })).toBe(2_000);
  expect(await db().ledgerPosting.count({ where: { ground: "DOSSIER", subjectId: dossier.id } })).toBe(1);
});
