import { decideBudget, proposeBudget } from "@/lib/budget/proposal-commands";
import { addDays, dayOf } from "@/lib/core/day";
import { db } from "@/lib/db/client";
import type { StaffRole } from "@/lib/db/generated/enums";
import type { Person } from "@/lib/identity/actor";

/** Somebody of a unit of the Authority, as commands take them. */
export async function staffOf(staffRole: StaffRole): Promise<Person> {
  const { id } = await db().user.findFirstOrThrow({ where: { staffRole }, orderBy: { id: "asc" } });
  return {
    ...{ kind: "person", userId: id, sessionId: null, fullName: "", email: "", staffRole, organisation: null },
  };
}

/**
 * An allocation of this year, invented and said to be so: enough for the sample's dossiers and some hundreds of persons
 * more. Before the dossiers are handed in, so that what they ask for is reserved.
 */
export async function seedBudget(now: Date): Promise<void> {
  const policy = await db().supportPolicy.findFirstOrThrow({ orderBy: { id: "asc" } });
  const today = dayOf(now);
  const proposed = await proposeBudget(
    await staffOf("OFFICE"),
    {
      ...{ policyId: policy.id, year: Number(today.slice(0, 4)), kind: "ALLOCATE", amount: 5_000_000_000 },
      document: "Quyết định mẫu số 00/QĐ-MẪU về giao dự toán (dữ liệu mẫu, không có thật)",
      documentOn: addDays(today, -30),
    },
    { now },
  );
  if (!proposed.ok) throw new Error(`the seed was refused: ${proposed.code}`);
  const { id, version } = proposed.value;
  const decided = await decideBudget(await staffOf("LEADER"), { id, version, decision: "APPROVED" }, { now });
  if (!decided.ok) throw new Error(`the seed was refused: ${decided.code}`);
}
