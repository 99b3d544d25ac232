import { db } from "@/lib/db/client";

/** A batch of payments that is still being gathered, and a sample that waits for a leader, to begin with. */
export async function seedPayments(now: Date): Promise<void> {
  const office = await db().user.findFirst({ where: { staffRole: "OFFICE" }, orderBy: { id: "asc" } });
  const policy = await db().supportPolicy.findFirst({ orderBy: { id: "asc" } });
  if (!office || !policy) return;
  await db().paymentBatch.create({
    data: { policyId: policy.id, title: "Đợt chi mẫu", createdById: office.id, createdAt: now },
  });
  const person = await db().dossierPerson.findFirst({
    where: { dossier: { currentNo: { gt: 0 } } },
    orderBy: { id: "asc" },
    include: { rosterEntry: true },
  });
  if (!person) return;
  const { dossierId, position, beneficiaryId, rosterEntry } = person;
  await db().controlRound.create({
    data: {
      ...{ policyId: policy.id, year: now.getUTCFullYear(), method: "RANDOM", size: 1, seed: "mau-kiem-tra" },
      ...{ population: 1, populationHash: "mau", answerDays: 10, basis: "Kế hoạch kiểm tra mẫu" },
      ...{ proposedById: office.id, proposedAt: now },
      cases: { create: [{ rank: 1, dossierId, position, beneficiaryId, fullName: rosterEntry.fullName, paid: 0 }] },
    },
  });
}
