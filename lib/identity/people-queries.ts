import { db, type Prisma } from "@/lib/db/client";
import type { PeopleFilter } from "./people-filter";

const perPage = 50;

const where = ({ kind, unit, text }: PeopleFilter): Prisma.UserWhereInput => ({
  staffRole: kind === "staff" ? (unit ?? { not: null }) : null,
  ...(text && {
    OR: [
      { fullName: { contains: text, mode: "insensitive" } },
      { email: { contains: text, mode: "insensitive" } },
      { memberships: { some: { organisation: { nameVi: { contains: text, mode: "insensitive" } } } } },
    ],
  }),
});

/** One page of accounts, by name, with when each was last in use. */
export async function people(filter: PeopleFilter) {
  const [total, rows] = await Promise.all([
    db().user.count({ where: where(filter) }),
    db().user.findMany({
      where: where(filter),
      orderBy: [{ fullName: "asc" }, { id: "asc" }],
      skip: (filter.page - 1) * perPage,
      take: perPage,
      select: {
        id: true,
        fullName: true,
        email: true,
        staffRole: true,
        disabledAt: true,
        memberships: { select: { organisation: { select: { nameVi: true } } }, take: 3, orderBy: { id: "asc" } },
        sessions: { orderBy: { lastSeenAt: "desc" }, take: 1, select: { lastSeenAt: true } },
      },
    }),
  ]);
  return { total, pages: Math.max(1, Math.ceil(total / perPage)), rows };
}

/** An account for an administrator, with its organisations and how many sessions are open; null when there is none. */
export async function personById(id: number, now: Date) {
  return db().user.findUnique({
    where: { id },
    select: {
      id: true,
      fullName: true,
      email: true,
      staffRole: true,
      disabledAt: true,
      createdAt: true,
      version: true,
      secondFactor: { select: { confirmedAt: true } },
      externalIdentities: { orderBy: { createdAt: "asc" }, take: 1, select: { createdAt: true } },
      memberships: {
        orderBy: { id: "asc" },
        select: { role: true, organisation: { select: { id: true, nameVi: true, nameEn: true } } },
      },
      _count: { select: { sessions: { where: { revokedAt: null, awaitsSecondStep: false, expiresAt: { gt: now } } } } },
    },
  });
}

/** Invitations by administrators that wait: to HEZA's staff, and to be an organisation's owner. */
export function waitingInvitations() {
  return db().invitation.findMany({
    where: {
      acceptedAt: null,
      revokedAt: null,
      OR: [{ staffRole: { not: null } }, { invitedBy: { staffRole: "ADMIN" } }],
    },
    orderBy: { id: "desc" },
    take: 100,
    select: {
      id: true,
      email: true,
      staffRole: true,
      expiresAt: true,
      organisation: { select: { nameVi: true, nameEn: true } },
    },
  });
}

/** Organisations without an owner who can sign in, schools first: the ones for which an administrator invites. */
export async function ownerless(locale: "vi" | "en"): Promise<{ value: string; label: string }[]> {
  const found = await db().organisation.findMany({
    where: { memberships: { none: { role: "OWNER", user: { disabledAt: null } } } },
    orderBy: [{ kind: "desc" }, { nameVi: "asc" }],
    take: 500,
    select: { id: true, nameVi: true, nameEn: true },
  });
  return found.map(({ id, nameVi, nameEn }) => ({
    value: String(id),
    label: locale === "en" ? (nameEn ?? nameVi) : nameVi,
  }));
}
