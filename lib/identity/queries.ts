import { db } from "@/lib/db/client";
import { type Actor, nobody } from "./actor";
import { staffNeedSecondFactor } from "./second-factor-queries";

/**
 * The person behind a session, with the organisation chosen in it, and when the session was last noted as used. A
 * revoked, expired or unknown session, or a disabled account, is nobody.
 */
export async function actorOfSession(sessionId: string, now: Date): Promise<{ actor: Actor; lastSeenAt: Date }> {
  const session = await db().session.findFirst({
    where: {
      id: sessionId,
      revokedAt: null,
      awaitsSecondStep: false,
      expiresAt: { gt: now },
      user: { disabledAt: null },
    },
    select: {
      id: true,
      activeOrganisationId: true,
      lastSeenAt: true,
      user: {
        select: {
          id: true,
          fullName: true,
          email: true,
          staffRole: true,
          secondFactor: { select: { confirmedAt: true } },
          memberships: {
            orderBy: { id: "asc" },
            select: { role: true, organisation: { select: { id: true, kind: true, nameVi: true } } },
          },
        },
      },
    },
  });
  if (!session) return { actor: nobody, lastSeenAt: now };
  const { user } = session;
  const chosen =
    user.memberships.find((membership) => membership.organisation.id === session.activeOrganisationId) ??
    user.memberships[0];
  const mustEnrol = Boolean(user.staffRole && !user.secondFactor?.confirmedAt && (await staffNeedSecondFactor()));
  const actor: Actor = {
    kind: "person",
    userId: user.id,
    sessionId: session.id,
    fullName: user.fullName,
    email: user.email,
    staffRole: mustEnrol ? null : user.staffRole,
    ...(mustEnrol && { mustEnrol: true as const }),
    organisation: chosen ? { ...chosen.organisation, role: chosen.role } : null,
  };
  return { actor, lastSeenAt: session.lastSeenAt };
}
