import { beforeAll, expect, test } from "vitest";
import { dayOf } from "@/lib/core/day";
import { db } from "@/lib/db/client";
import { applyObligations } from "@/lib/deadlines/obligation-commands";
import { obligationQuery } from "@/lib/deadlines/obligation-list";
import { obligationList } from "@/lib/deadlines/obligation-queries";
import { system } from "@/lib/identity/actor";
import { knownObligations, loadObligations } from "@/prisma/seed/obligations";
import { loadReferenceData } from "@/prisma/seed/reference";
import { seedAccounts, seedEnterprises } from "@/prisma/seed/register";
import { seedReports } from "@/prisma/seed/reports";

const now = new Date("2026-11-23T09:00:00+07:00");

beforeAll(async () => {
  await loadReferenceData(db());
});

test("the obligations of the sources are drafts, written once; what staff change of them stays", async () => {
  const rows = await db().obligation.findMany({ orderBy: { id: "asc" } });
  expect(rows.map(({ code }) => code)).toEqual(knownObligations.map(({ code }) => code));
  expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(["DRAFT"]));
  expect(rows.some(({ verified }) => verified)).toBe(false);
  await db().obligation.update({ where: { id: rows[0]?.id ?? 0 }, data: { citation: "Văn bản khác" } });
  await loadObligations(db());
  const again = await db().obligation.findMany({ orderBy: { id: "asc" } });
  expect(again).toHaveLength(rows.length);
  expect(again[0]?.citation).toBe("Văn bản khác");
});

test("the sample has two years of reports in every state, each right by its own form, and applying the rules changes nothing", async () => {
  const enterprises = await seedEnterprises(db(), now);
  const { officerId } = await seedAccounts(db(), enterprises);
  const began = performance.now();
  await db().$transaction((tx) => seedReports(tx, officerId, now), { timeout: 120_000 });
  // A few seconds of `npm start`; the machine that tests may be many times slower.
  expect(performance.now() - began).toBeLessThan(60_000);
  // The ids that the table of authorisation names.
  const named = await db().reportAssignment.findMany({ where: { id: { in: [1, 3, 8] } }, orderBy: { id: "asc" } });
  const school = await db().school.findFirstOrThrow({ orderBy: { id: "asc" } });
  expect(named.map(({ organisationId, unit }) => organisationId ?? unit)).toEqual([
    ...[school.id, "EMPLOYMENT_CENTRE", enterprises[0]?.id],
  ]);
  const states = await db().reportAssignment.groupBy({ by: ["state"], _count: true });
  const of = Object.fromEntries(states.map(({ state, _count }) => [state, _count]));
  expect(of.ACCEPTED).toBeGreaterThan(200);
  for (const state of ["OWED", "SUBMITTED", "RETURNED"]) expect(of[state]).toBeGreaterThan(0);
  expect(await db().reportAssignment.count({ where: { daysLate: { gt: 0 } } })).toBeGreaterThan(10);
  expect(await db().reportSubmission.count({ where: { no: 2 } })).toBeGreaterThan(0);
  expect(await db().reportSubmission.count({ where: { submittedAt: { gt: now } } })).toBe(0);
  const { rows } = await obligationList(obligationQuery.parse({ state: "LIVE" }), dayOf(now));
  // And the two data calls to schools.
  expect(rows).toHaveLength(knownObligations.length + 2);
  expect(rows.every(({ owe, answered }) => owe > 0 && answered <= owe)).toBe(true);
  const result = await applyObligations(system("worker"), {}, { now });
  expect(result).toMatchObject({ ok: true, value: { joined: 0, left: 0 } });
});
