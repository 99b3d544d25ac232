import { db } from "@/lib/db/client";

/** A list that is still being gathered, for the chain of approval to begin with. */
export async function seedApprovals(): Promise<void> {
  const officer = await db().user.findFirst({ where: { staffRole: "LABOUR_OFFICER" }, orderBy: { id: "asc" } });
  await db().approvalList.create({
    data: { title: "Danh sách trình mẫu", ...(officer && { createdById: officer.id }) },
  });
}
