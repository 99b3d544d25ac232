import { db } from "@/lib/db/client";
import { type Actor, nobody } from "./actor";

/**
 * The person behind a session, with the organisation chosen in it. A revoked, expired or unknown session, or a disabled
 * account, is nobody.
 */
export async function actorOfSession(sessionId: string, now: Date): Promise<Actor> {
  const session = await db().session.findFirst({
    where: { id: sessionId, revokedAt: null, expiresAt: { gt: now }, user: { disabledAt: null } },
    select: {
      id: true,
      activeOrganisationId: true,
      user: {
        select: {
          id: true,
          fullName: true,
          email: true,
          staffRole: true,
          memberships: {
            orderBy: { id: "asc" },
            select: { role: true, organisation: { select: { id: true, kind: true, nameVi: true } } },
          },
        },
      },
    },
  });
  if (!session) return nobody;
  const { user } = session;
  const chosen =
    user.memberships.find((membership) => membership.organisation.id === session.activeOrganisationId) ??
    user.memberships[0];
  return {
    kind: "person",
    userId: user.id,
    sessionId: session.id,
    fullName: user.fullName,
    email: user.email,
    staffRole: user.staffRole,
    organisation: chosen ? { ...chosen.organisation, role: chosen.role } : null,
  };
}
