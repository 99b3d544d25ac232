import { z } from "zod";
import { ok, type Refusal, refuse } from "@/lib/core/result";
import { command } from "@/lib/db/command";
import { href, locales } from "@/lib/i18n/paths";
import { queueMail } from "@/lib/notifications/mail";

import { anyone, userIdOf } from "./actor";
import { momentText } from "./moment";
import { hashPassword, isPassword } from "./password-hash";
import { passwordLength } from "./password-length";
import { passwordProblem } from "./password-rules";
import { permissions } from "./permissions";
import { email, password, token, userAgent } from "./schema";
import { endSessions, openSession } from "./session-commands";
import { hashOf, newToken } from "./tokens";

const resetMinutes = 60;
const resetsPerHour = 3;

/** The refusal of a new password that the rules do not take, at its field; null when they do. */
export function refusedPassword(chosen: string, forEmail: string): Refusal | null {
  const code = passwordProblem(chosen, forEmail);
  return code && refuse("invalid_input", { fields: [{ path: ["password"], code, params: passwordLength }] });
}

/** Changes one's own password; all other sessions end. */
export const changePassword = command({
  name: "identity.changePassword",
  input: z.object({ currentPassword: password, password }),
  may: permissions.ownAccount,
  run: async ({ tx, actor, now, input, about }) => {
    const user = await tx.user.findUniqueOrThrow({ where: { id: userIdOf(actor) } });
    about({ type: "user", id: user.id });
    if (!(await isPassword(user.passwordHash, input.currentPassword)))
      return refuse("invalid_input", { fields: [{ path: ["currentPassword"], code: "passwordWrong" }] });
    const refused = refusedPassword(input.password, user.email);
    if (refused) return refused;
    await tx.user.update({
      where: { id: user.id },
      data: { passwordHash: await hashPassword(input.password), version: { increment: 1 } },
    });
    const ended = await endSessions(tx, user.id, now, actor.kind === "person" ? actor.sessionId : null);
    return ok({ ended });
  },
});

/**
 * Mails a link for a new password, if the address has an account. The answer is the same for all addresses. Call it
 * within `letterLimits`; beyond three an hour an account gets no more, silently.
 */
export const requestReset = command({
  name: "identity.requestReset",
  input: z.object({ email }),
  may: anyone,
  run: async ({ tx, now, input, about }) => {
    const user = await tx.user.findFirst({ where: { email: input.email, disabledAt: null } });
    if (!user) return ok(null);
    about({ type: "user", id: user.id });
    const since = new Date(now.getTime() - 3_600_000);
    if ((await tx.passwordReset.count({ where: { userId: user.id, createdAt: { gt: since } } })) >= resetsPerHour)
      return ok(null);
    const { token: secret, tokenHash } = newToken();
    const expiresAt = new Date(now.getTime() + resetMinutes * 60_000);
    const reset = await tx.passwordReset.create({ data: { tokenHash, userId: user.id, createdAt: now, expiresAt } });
    const locale = locales.find((known) => known === user.locale) ?? "vi";
    await queueMail(tx, {
      to: user.email,
      locale,
      template: "reset",
      params: { expires: momentText(expiresAt) },
      dedupeKey: `reset:${reset.id}`,
      path: href(locale, "reset", secret),
      secret,
      now,
    });
    return ok(null);
  },
});

/** Sets a new password by the mailed link, once; all sessions end and one is opened here. */
export const resetPassword = command({
  name: "identity.resetPassword",
  input: z.object({ token, password, userAgent }),
  may: anyone,
  run: async ({ tx, now, input, about }) => {
    const reset = await tx.passwordReset.findFirst({
      where: { tokenHash: hashOf(input.token), usedAt: null, expiresAt: { gt: now }, user: { disabledAt: null } },
      include: { user: { select: { id: true, email: true } } },
    });
    if (!reset) return refuse("link_over");
    about({ type: "user", id: reset.user.id });
    const refused = refusedPassword(input.password, reset.user.email);
    if (refused) return refused;
    // Every open link of the account is spent with this one; a second click at the same instant finds none.
    const { count } = await tx.passwordReset.updateMany({
      where: { userId: reset.userId, usedAt: null },
      data: { usedAt: now },
    });
    if (count === 0) return refuse("link_over");
    await tx.user.update({
      where: { id: reset.userId },
      data: { passwordHash: await hashPassword(input.password), version: { increment: 1 } },
    });
    await endSessions(tx, reset.userId, now);
    // Who comes by the letter may have lost the account to somebody, who may have bound an identity of his own.
    await tx.externalIdentity.deleteMany({ where: { userId: reset.userId } });
    return ok(await openSession(tx, reset.userId, now, input.userAgent));
  },
});
