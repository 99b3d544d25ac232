import { db } from "@/lib/db/client";
import type { Person } from "./actor";

/** What one's own page shows: profile, organisations, registrations, sessions that are open. */
export async function ownAccount({ userId }: Person, now: Date) {
  return db().user.findUniqueOrThrow({
    where: { id: userId },
    select: {
      fullName: true,
      email: true,
      locale: true,
      version: true,
      memberships: {
        orderBy: { id: "asc" },
        select: { role: true, organisation: { select: { id: true, kind: true, nameVi: true, nameEn: true } } },
      },
      registrations: {
        orderBy: { id: "desc" },
        take: 20,
        select: { id: true, nameVi: true, taxCode: true, status: true, reason: true, createdAt: true },
      },
      sessions: {
        where: { revokedAt: null, awaitsSecondStep: false, expiresAt: { gt: now } },
        orderBy: { lastSeenAt: "desc" },
        take: 50,
        select: { id: true, userAgent: true, createdAt: true, lastSeenAt: true },
      },
    },
  });
}

/** The organisations between which a person switches, by name. */
export function organisationsOf(userId: number) {
  return db().organisation.findMany({
    where: { memberships: { some: { userId } } },
    orderBy: { nameVi: "asc" },
    select: { id: true, nameVi: true, nameEn: true, kind: true },
  });
}

/** People who act for an organisation, owners first, and its invitations that are neither accepted nor taken back. */
export async function membersOf(organisationId: number) {
  const [members, invitations] = await Promise.all([
    db().membership.findMany({
      where: { organisationId },
      orderBy: [{ role: "asc" }, { id: "asc" }],
      take: 200,
      select: {
        id: true,
        role: true,
        createdAt: true,
        user: { select: { id: true, fullName: true, email: true, disabledAt: true } },
      },
    }),
    db().invitation.findMany({
      where: { organisationId, acceptedAt: null, revokedAt: null },
      orderBy: { id: "desc" },
      take: 100,
      select: { id: true, email: true, membershipRole: true, expiresAt: true },
    }),
  ]);
  return { members, invitations };
}
