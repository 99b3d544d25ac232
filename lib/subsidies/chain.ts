import type { StaffRole } from "@/lib/db/generated/enums";
import type { ApprovalParty } from "./workflow";

/**
 * Who may act in the chain of approval: officer, head of labour and leader are three different people, and whoever a
 * deputy stands for counts as one of them. Pure, so that every order of acts can be tried.
 */

/** The role whose acts each part of the chain is. */
export const roleOfParty = {
  officer: "LABOUR_OFFICER",
  head: "LABOUR_HEAD",
  leader: "LEADER",
} as const satisfies Record<ApprovalParty, StaffRole>;

/** Who can be named a deputy, by whose acts they are. */
export const deputyRoles = {
  LABOUR_HEAD: ["LABOUR_HEAD", "LABOUR_OFFICER"],
  LEADER: ["LEADER", "LABOUR_HEAD"],
} as const satisfies Partial<Record<StaffRole, readonly StaffRole[]>>;
export type DelegatedRole = keyof typeof deputyRoles;

export const canDelegate = (role: StaffRole | null): role is DelegatedRole =>
  role === "LABOUR_HEAD" || role === "LEADER";

/** In whose name somebody acts: their own, or that of whoever named them deputy. */
export type Capacity = { forUserId: number | null };

/** A deputy's period that runs today. */
export type Standing = { fromUserId: number; role: StaffRole };

/** Everybody who stands in a list's chain so far. */
export type ChainPeople = {
  proposedById: number | null;
  checkedById: number | null;
  checkedForId: number | null;
};

/** People of the chain before the act of a party, in their own name or another's. */
function before(party: ApprovalParty, list: ChainPeople): Set<number> {
  const people =
    party === "officer"
      ? []
      : party === "head"
        ? [list.proposedById]
        : [list.proposedById, list.checkedById, list.checkedForId];
  return new Set(people.filter((one): one is number => one !== null));
}

/**
 * The capacity in which a person makes an act of the chain: their own role first, then as a deputy. `forbidden`: they have
 * none; `same_person`: they, or whoever they stand for, have acted in the chain before.
 */
export function capacityIn(
  party: ApprovalParty,
  list: ChainPeople,
  person: { userId: number; staffRole: StaffRole | null },
  standing: readonly Standing[],
): { ok: true; capacity: Capacity } | { ok: false; code: "forbidden" | "same_person" } {
  const role = roleOfParty[party];
  const capacities: Capacity[] = [
    ...(person.staffRole === role ? [{ forUserId: null }] : []),
    ...standing.filter((one) => one.role === role).map(({ fromUserId }) => ({ forUserId: fromUserId })),
  ];
  if (capacities.length === 0) return { ok: false, code: "forbidden" };
  const earlier = before(party, list);
  const free = capacities.find(
    ({ forUserId }) => !earlier.has(person.userId) && (forUserId === null || !earlier.has(forUserId)),
  );
  return free ? { ok: true, capacity: free } : { ok: false, code: "same_person" };
}
