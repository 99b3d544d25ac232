import { z } from "zod";
import { env } from "@/lib/config/env";
import { ok, refuse } from "@/lib/core/result";
import type { Tx } from "@/lib/db/client";
import { command } from "@/lib/db/command";
import { anyone, userIdOf } from "./actor";
import { giveBack, take } from "./limit-commands";
import { secondStepLimits } from "./limits";
import { newRecoveryCodes, newSecret, recoveryHash, stepOfCode, tidyCode } from "./one-time-code";
import { isPassword } from "./password-hash";
import { permissions } from "./permissions";
import { id, password } from "./schema";
import { seal, unsealWithAny } from "./sealed";
import { knownSecretsKeys, secondFactorPurpose, secretsKey, staffSecondFactor } from "./second-factor";
import { endSessions, sessionDays, signedInOf, type Whence } from "./session-commands";

/** A code as typed. The name keeps it out of the trail and out of the form that comes back. */
const token = z.string().min(1).max(40);

/**
 * Is this a code of the account's app that was not used before, or one of its recovery codes? Spends it: a time step
 * and a recovery code count once, also when two come at the same instant.
 */
async function spend(tx: Tx, userId: number, typed: string, now: Date): Promise<"app" | "recovery" | null> {
  const factor = await tx.secondFactor.findUnique({ where: { userId } });
  if (!factor) return null;
  const code = tidyCode(typed);
  const secret = unsealWithAny(factor.sealed, knownSecretsKeys(env()), secondFactorPurpose(userId));
  const step = stepOfCode(secret, code, now);
  if (step !== null) {
    const data = { lastStep: step };
    const { count } = await tx.secondFactor.updateMany({ where: { userId, lastStep: { lt: step } }, data });
    return count === 1 ? "app" : null;
  }
  const { count } = await tx.recoveryCode.updateMany({
    where: { userId, codeHash: recoveryHash(code, userId), usedAt: null },
    data: { usedAt: now },
  });
  return count === 1 ? "recovery" : null;
}

/** Puts ten new recovery codes in the place of those that were; one a line, for their owner's eyes, once. */
async function giveRecoveryCodes(tx: Tx, userId: number): Promise<string> {
  await tx.recoveryCode.deleteMany({ where: { userId } });
  const codes = newRecoveryCodes();
  await tx.recoveryCode.createMany({ data: codes.map((code) => ({ userId, codeHash: recoveryHash(code, userId) })) });
  return codes.join("\n");
}

const wrongCode = () => refuse("invalid_input", { fields: [{ path: ["token"], code: "codeWrong" }] });

/** Makes a secret for an authenticator app; it counts only when a code of it has been entered. */
export const startSecondFactor = command({
  name: "identity.startSecondFactor",
  input: z.object({ currentPassword: password }),
  may: permissions.ownAccount,
  run: async ({ tx, actor, now, input, about }) => {
    const userId = userIdOf(actor);
    about({ type: "user", id: userId });
    const user = await tx.user.findUniqueOrThrow({ where: { id: userId }, include: { secondFactor: true } });
    if (!(await isPassword(user.passwordHash, input.currentPassword)))
      return refuse("invalid_input", { fields: [{ path: ["currentPassword"], code: "passwordWrong" }] });
    if (user.secondFactor?.confirmedAt) return refuse("not_allowed_now");
    const sealed = seal(newSecret(), secretsKey(env()), secondFactorPurpose(userId));
    const row = { sealed, lastStep: 0, createdAt: now };
    await tx.secondFactor.upsert({ where: { userId }, create: { userId, ...row }, update: row });
    return ok(null);
  },
});

/** Confirms the app by one of its codes: from now on it is asked for. Answers the recovery codes, which nobody reads again. */
export const confirmSecondFactor = command({
  name: "identity.confirmSecondFactor",
  input: z.object({ token }),
  may: permissions.ownAccount,
  run: async ({ tx, actor, now, input, about }) => {
    const userId = userIdOf(actor);
    about({ type: "user", id: userId });
    const factor = await tx.secondFactor.findUnique({ where: { userId } });
    if (!factor || factor.confirmedAt) return refuse("not_allowed_now");
    if ((await spend(tx, userId, input.token, now)) !== "app") return wrongCode();
    await tx.secondFactor.update({ where: { userId }, data: { confirmedAt: now } });
    const recovery = await giveRecoveryCodes(tx, userId);
    await endSessions(tx, userId, now, actor.kind === "person" ? actor.sessionId : null);
    return ok({ recovery });
  },
});

/**
 * New recovery codes for the old ones, which are void at once. Asks for a code, not for the password: who has stolen
 * that must not get past the second step with it.
 */
export const renewRecoveryCodes = command({
  name: "identity.renewRecoveryCodes",
  input: z.object({ token }),
  may: permissions.ownAccount,
  run: async ({ tx, actor, now, input, about }) => {
    const userId = userIdOf(actor);
    about({ type: "user", id: userId });
    // Two renewals at once come one after the other: ten codes are in force, never twenty.
    await tx.$executeRaw`SELECT 1 FROM "SecondFactor" WHERE "userId" = ${userId} FOR UPDATE`;
    const factor = await tx.secondFactor.findUnique({ where: { userId } });
    if (!factor?.confirmedAt) return refuse("not_allowed_now");
    if (!(await spend(tx, userId, input.token, now))) return wrongCode();
    return ok({ recovery: await giveRecoveryCodes(tx, userId) });
  },
});

/** Ends one's own second step, by a code of it. Staff keep it where the administrator requires it. */
export const removeSecondFactor = command({
  name: "identity.removeSecondFactor",
  input: z.object({ token }),
  may: permissions.ownAccount,
  run: async ({ tx, actor, now, input, about }) => {
    const userId = userIdOf(actor);
    about({ type: "user", id: userId });
    const user = await tx.user.findUniqueOrThrow({ where: { id: userId }, select: { staffRole: true } });
    if (user.staffRole && (await tx.setting.findUnique({ where: { key: staffSecondFactor } }))?.value === true)
      return refuse("second_factor_required");
    if (!(await spend(tx, userId, input.token, now))) return wrongCode();
    await tx.secondFactor.delete({ where: { userId } });
    return ok(null);
  },
});

/** Takes a person's second step away, who has lost telephone and recovery codes; all sessions of the account end. */
export const resetSecondFactor = command({
  name: "identity.resetSecondFactor",
  input: z.object({ userId: id }),
  may: permissions.manageStaff,
  run: async ({ tx, now, input, about }) => {
    const { count } = await tx.secondFactor.deleteMany({ where: { userId: input.userId } });
    if (count === 0) return refuse("not_found");
    about({ type: "user", id: input.userId }, { ended: await endSessions(tx, input.userId, now) });
    return ok(null);
  },
});

/** Whether all staff of HEZA must have a second step: who has none may do nothing but set it up. */
export const requireSecondFactor = command({
  name: "identity.requireSecondFactor",
  input: z.object({ required: z.enum(["true", "false"]).transform((text) => text === "true") }),
  may: permissions.manageStaff,
  run: async ({ tx, actor, now, input, about }) => {
    about({ type: "user", id: userIdOf(actor) }, { required: input.required });
    const own = await tx.secondFactor.findFirst({ where: { userId: userIdOf(actor), confirmedAt: { not: null } } });
    // Who requires it of all has shown that it works.
    if (input.required && !own) return refuse("second_factor_first");
    const row = { value: input.required, updatedAt: now };
    const key = staffSecondFactor;
    await tx.setting.upsert({ where: { key }, create: { key, ...row }, update: row });
    return ok(null);
  },
});

/** The second step of a sign-in: the session that a right password has opened counts from now on. */
export const passSecondStep = command({
  name: "identity.passSecondStep",
  input: z.object({ sessionId: z.uuid(), token }),
  may: anyone,
  run: async ({ tx, now, input, about }) => {
    const session = await tx.session.findFirst({
      where: { ...waiting(input.sessionId, now) },
      select: { id: true, userId: true, activeOrganisationId: true },
    });
    if (!session) return refuse("second_step_over");
    about({ type: "user", id: session.userId });
    const by = await spend(tx, session.userId, input.token, now);
    if (!by) return wrongCode();
    about({ type: "user", id: session.userId }, { by });
    await tx.session.update({
      where: { id: session.id },
      data: { awaitsSecondStep: false, expiresAt: new Date(now.getTime() + sessionDays * 86_400_000) },
    });
    return ok(await signedInOf(tx, session.userId, session.id, session.activeOrganisationId ?? undefined));
  },
});

/** A session that waits for its second step now. */
const waiting = (sessionId: string, now: Date) => ({
  id: sessionId,
  awaitsSecondStep: true,
  revokedAt: null,
  expiresAt: { gt: now },
  user: { disabledAt: null },
});

/**
 * `passSecondStep` within its limits, which are the account's: a new try of the password brings no new tries of the
 * code. A known device has a budget of its own, so that whoever knows the password cannot lock the owner out.
 */
export async function attemptSecondStep(
  input: { sessionId: string; email: string; token: string },
  from: Whence,
  options: { now: Date; requestId?: string | undefined },
) {
  const limits = secondStepLimits(input.email, from.address, from.device);
  if (!(await take(limits, options.now))) return refuse("too_many_attempts");
  const result = await passSecondStep({ kind: "nobody" }, { sessionId: input.sessionId, token: input.token }, options);
  if (result.ok) await giveBack(limits);
  return result;
}
