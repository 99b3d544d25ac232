import { expect, it } from "vitest";
import { db } from "@/lib/db/client";
import type { OrganisationKind } from "@/lib/db/generated/enums";
import { openId } from "@/lib/subsidies/beneficiary-commands";
import { seedRosters } from "../../prisma/seed/rosters";
import { createOrganisation, createUser } from "../factories/identity";
import { policyOfTest } from "../factories/roster";

async function owner(name: string, kind: OrganisationKind): Promise<number> {
  const user = await createUser({ email: `${name}@hezaworks.example`, withoutPassword: true });
  const { id } = await createOrganisation(kind);
  await db().membership.create({ data: { userId: user.id, organisationId: id, role: "OWNER" } });
  return id;
}

it("the sample's people are plainly invented", async () => {
  await policyOfTest();
  const [enterprise, school] = [await owner("doanh-nghiep", "ENTERPRISE"), await owner("nha-truong", "SCHOOL")];
  await seedRosters(new Date("2026-11-20T03:00:00Z"));
  expect(await db().rosterEntry.count({ where: { organisationId: enterprise } })).toBe(120);
  expect(await db().rosterEntry.count({ where: { organisationId: school } })).toBe(48);
  expect(await db().selfRegistration.count({ where: { organisationId: enterprise, state: "WAITING" } })).toBe(3);
  expect(await db().trainingCourse.groupBy({ by: ["state"], _count: true, orderBy: { state: "asc" } })).toEqual([
    { state: "PLANNED", _count: 2 },
    { state: "RUNNING", _count: 2 },
  ]);
  const named = await db().beneficiary.findMany({ where: { rosterEntries: { some: { organisationId: enterprise } } } });
  expect(named).toHaveLength(120);
  for (const one of named) expect(openId(one)).toMatch(/^000[0-3]/);
});
