import { db } from "@/lib/db/client";

/** A batch of payments that is still being gathered, for the way to the payer to begin with. */
export async function seedPayments(now: Date): Promise<void> {
  const office = await db().user.findFirst({ where: { staffRole: "OFFICE" }, orderBy: { id: "asc" } });
  const policy = await db().supportPolicy.findFirst({ orderBy: { id: "asc" } });
  if (!office || !policy) return;
  await db().paymentBatch.create({
    data: { policyId: policy.id, title: "Đợt chi mẫu", createdById: office.id, createdAt: now },
  });
}
