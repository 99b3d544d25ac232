import { randomUUID } from "node:crypto";
import { z } from "zod";
import { ok, refuse } from "@/lib/core/result";
import { db, type Tx } from "@/lib/db/client";
import { command } from "@/lib/db/command";
import type { OrganisationKind, StaffRole } from "@/lib/db/generated/enums";
import { anyone, userIdOf } from "./actor";
import type { Device } from "./device";
import { giveBack, take } from "./limit-commands";
import { signInLimits } from "./limits";
import { isPassword } from "./password-hash";
import { permissions } from "./permissions";
import { email, id, password, userAgent } from "./schema";

/** A session ends thirty days after sign-in, however much it is used. */
export const sessionDays = 30;
const day = 86_400_000;

/** What the web needs after a sign-in: the row for the cookie, and where the person works. */
export type SignedIn = {
  sessionId: string;
  email: string;
  staffRole: StaffRole | null;
  workplace: OrganisationKind | null;
  /** The session opens nothing until `passSecondStep`. */
  awaitsSecondStep: boolean;
};

/** For how long a sign-in waits for its second step. */
const secondStepMinutes = 10;

/**
 * Opens a session for an account that has proved itself, in the caller's transaction. Where the account has a second
 * factor the session waits for it, whichever way one came: password, mailed link or invitation. `proved`: by a session
 * that has passed it already.
 */
export async function openSession(
  tx: Tx,
  userId: number,
  now: Date,
  agent: string | undefined,
  activeOrganisationId?: number,
  proved = false,
): Promise<SignedIn> {
  const sessionId = randomUUID();
  const factor = proved ? null : await tx.secondFactor.findUnique({ where: { userId }, select: { confirmedAt: true } });
  const awaitsSecondStep = Boolean(factor?.confirmedAt);
  await tx.session.create({
    data: {
      id: sessionId,
      userId,
      activeOrganisationId: activeOrganisationId ?? null,
      userAgent: agent ?? null,
      createdAt: now,
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + (awaitsSecondStep ? secondStepMinutes * 60_000 : sessionDays * day)),
      awaitsSecondStep,
    },
  });
  return signedInOf(tx, userId, sessionId, activeOrganisationId);
}

/** What the web needs to know of a session: whose it is, where that person works, whether it waits. */
export async function signedInOf(
  tx: Tx,
  userId: number,
  sessionId: string,
  activeOrganisationId?: number,
): Promise<SignedIn> {
  const { awaitsSecondStep } = await tx.session.findUniqueOrThrow({ where: { id: sessionId } });
  const user = await tx.user.findUniqueOrThrow({
    where: { id: userId },
    select: {
      email: true,
      staffRole: true,
      memberships: { orderBy: { id: "asc" }, select: { organisation: { select: { id: true, kind: true } } } },
    },
  });
  const organisations = user.memberships.map((membership) => membership.organisation);
  const chosen = organisations.find((organisation) => organisation.id === activeOrganisationId) ?? organisations[0];
  return { sessionId, email: user.email, staffRole: user.staffRole, workplace: chosen?.kind ?? null, awaitsSecondStep };
}

/** Ends the sessions of an account, but for one where `except` is given. */
export async function endSessions(tx: Tx, userId: number, now: Date, except?: string | null): Promise<number> {
  const { count } = await tx.session.updateMany({
    where: { userId, revokedAt: null, expiresAt: { gt: now }, ...(except && { id: { not: except } }) },
    data: { revokedAt: now },
  });
  return count;
}

/**
 * Signs in with address and password. One refusal for an unknown address, a wrong password, a disabled account and one
 * without a password. Call it through `attemptSignIn`, which limits the attempts.
 */
export const signIn = command({
  name: "identity.signIn",
  input: z.object({ email, password, userAgent }),
  may: anyone,
  run: async ({ tx, now, input, about }) => {
    const user = await tx.user.findUnique({
      where: { email: input.email },
      select: { id: true, passwordHash: true, disabledAt: true },
    });
    if (user) about({ type: "user", id: user.id });
    const right = await isPassword(user?.passwordHash, input.password);
    if (!user || !right || user.disabledAt) return refuse("wrong_credentials");
    return ok(await openSession(tx, user.id, now, input.userAgent));
  },
});

/** Whence an attempt comes: the address of the connection, and the device if it is a known one. */
export type Whence = { address: string; device: Device | null; userAgent: string | undefined };

/** `signIn` within its limits. A success gives back what it spent; `too_many_attempts` when one of them is used up. */
export async function attemptSignIn(
  input: { email: string; password: string },
  from: Whence,
  options: { now: Date; requestId?: string | undefined },
) {
  const limits = signInLimits(input.email, from.address, from.device);
  if (!(await take(limits, options.now))) return refuse("too_many_attempts");
  const result = await signIn({ kind: "nobody" }, { ...input, userAgent: from.userAgent }, options);
  if (result.ok || result.code === "invalid_input") await giveBack(limits);
  return result;
}

/** Ends the session that asks. */
export const signOut = command({
  name: "identity.signOut",
  input: z.object({}),
  may: permissions.ownAccount,
  run: async ({ tx, actor, now, about }) => {
    const sessionId = actor.kind === "person" ? actor.sessionId : null;
    if (!sessionId) return refuse("not_found");
    about({ type: "session", id: sessionId });
    await tx.session.updateMany({ where: { id: sessionId, revokedAt: null }, data: { revokedAt: now } });
    return ok(null);
  },
});

/** Ends one of one's own sessions, as of a phone that was lost. */
export const endSession = command({
  name: "identity.endSession",
  input: z.object({ sessionId: z.uuid() }),
  may: permissions.ownAccount,
  run: async ({ tx, actor, now, input, about }) => {
    const { count } = await tx.session.updateMany({
      where: { id: input.sessionId, userId: userIdOf(actor), revokedAt: null },
      data: { revokedAt: now },
    });
    if (count === 0) return refuse("not_found");
    about({ type: "session", id: input.sessionId });
    return ok(null);
  },
});

/** Ends all of one's sessions but the one that asks. */
export const endOtherSessions = command({
  name: "identity.endOtherSessions",
  input: z.object({}),
  may: permissions.ownAccount,
  run: async ({ tx, actor, now, about }) => {
    const userId = userIdOf(actor);
    const ended = await endSessions(tx, userId, now, actor.kind === "person" ? actor.sessionId : null);
    about({ type: "user", id: userId }, { ended });
    return ok({ ended });
  },
});

/** Chooses, for this session, the organisation one acts for. */
export const switchOrganisation = command({
  name: "identity.switchOrganisation",
  input: z.object({ organisationId: id }),
  may: permissions.ownAccount,
  run: async ({ tx, actor, input, about }) => {
    const userId = userIdOf(actor);
    const membership = await tx.membership.findFirst({
      where: { userId, organisationId: input.organisationId },
      select: { organisation: { select: { id: true, kind: true } } },
    });
    const sessionId = actor.kind === "person" ? actor.sessionId : null;
    if (!membership || !sessionId) return refuse("not_found");
    await tx.session.updateMany({
      where: { id: sessionId, userId },
      data: { activeOrganisationId: input.organisationId },
    });
    about({ type: "organisation", id: input.organisationId });
    return ok({ kind: membership.organisation.kind });
  },
});

/** Notes that a session is in use, when the last note is older than five minutes. A mark, not an act: no audit entry. */
export async function touchSession(sessionId: string, now: Date): Promise<void> {
  const old = new Date(now.getTime() - touchEvery);
  await db().session.updateMany({ where: { id: sessionId, lastSeenAt: { lt: old } }, data: { lastSeenAt: now } });
}

export const touchEvery = 5 * 60_000;
