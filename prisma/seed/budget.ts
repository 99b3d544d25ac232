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

/** So many days before, but not before the year began: what is of this year stays of this year. */
export function daysAgo(now: Date, days: number): Date {
  const newYear = new Date(`${dayOf(now).slice(0, 4)}-01-01T00:00:00+07:00`);
  return new Date(Math.max(now.getTime() - days * 86_400_000, newYear.getTime()));
}

/** Allocates money of a year, invented and said to be so: the office proposes, a leader approves. */
export async function allocate(policyId: number, year: number, amount: number, no: string, now: Date): Promise<void> {
  const document = `Quyết định mẫu số ${no}/QĐ-MẪU về giao dự toán (dữ liệu mẫu, không có thật)`;
  const documentOn = addDays(dayOf(now), -10);
  const order = { policyId, year, kind: "ALLOCATE", amount, document, documentOn } as const;
  const proposed = await proposeBudget(await staffOf("OFFICE"), order, { now });
  if (!proposed.ok) throw new Error(`the seed was refused: ${proposed.code}`);
  const { id, version } = proposed.value;
  const decided = await decideBudget(await staffOf("LEADER"), { id, version, decision: "APPROVED" }, { now });
  if (!decided.ok) throw new Error(`the seed was refused: ${decided.code}`);
}

/**
 * An allocation of this year: enough for the sample's dossiers and some hundreds of persons more. Before the dossiers are
 * handed in, so that what they ask for is reserved.
 */
export async function seedBudget(now: Date): Promise<void> {
  const policy = await db().supportPolicy.findFirstOrThrow({ orderBy: { id: "asc" } });
  await allocate(policy.id, Number(dayOf(now).slice(0, 4)), 5_000_000_000, "00", daysAgo(now, 60));
}
