import { env } from "@/lib/config/env";
import { db } from "@/lib/db/client";
import { enrolmentAddress } from "./one-time-code";
import { unsealWithAny } from "./sealed";
import { knownSecretsKeys, secondFactorPurpose, staffSecondFactor } from "./second-factor";

/** Must staff of HEZA have a second step? */
export async function staffNeedSecondFactor(): Promise<boolean> {
  return (await db().setting.findUnique({ where: { key: staffSecondFactor } }))?.value === true;
}

export type OwnSecondFactor =
  | { state: "none" }
  /** Set up, no code entered yet: what the app has to be told. */
  | { state: "started"; secret: string; address: string }
  | { state: "on"; since: Date; recoveryLeft: number };

/** How one's own second step stands. A secret is shown until its first code, never after. */
export async function ownSecondFactor({ userId, email }: { userId: number; email: string }): Promise<OwnSecondFactor> {
  const factor = await db().secondFactor.findUnique({
    where: { userId },
    include: { _count: { select: { recoveryCodes: { where: { usedAt: null } } } } },
  });
  if (!factor) return { state: "none" };
  if (factor.confirmedAt) return { state: "on", since: factor.confirmedAt, recoveryLeft: factor._count.recoveryCodes };
  const secret = unsealWithAny(factor.sealed, knownSecretsKeys(env()), secondFactorPurpose(userId));
  return { state: "started", secret, address: enrolmentAddress(secret, email) };
}

/** The account whose session waits for its second step; null when it waits no longer. */
export async function waitingForSecondStep(sessionId: string, now: Date): Promise<{ email: string } | null> {
  const session = await db().session.findFirst({
    where: { id: sessionId, awaitsSecondStep: true, revokedAt: null, expiresAt: { gt: now } },
    select: { user: { select: { email: true } } },
  });
  return session && { email: session.user.email };
}
