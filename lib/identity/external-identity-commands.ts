import { z } from "zod";
import { ok, refuse } from "@/lib/core/result";
import { command } from "@/lib/db/command";
import { anyone, userIdOf } from "./actor";
import { identityInput } from "./external-identity";
import { isPassword } from "./password-hash";
import { permissions } from "./permissions";
import { id, password, userAgent } from "./schema";
import { endSessions, openSession } from "./session-commands";

/**
 * Signs in whom the state's login vouches for, when an account is bound to that identity. Makes no account, and compares
 * no mail addresses: one refusal for a stranger and for a closed account. The session is like one by password: it is
 * listed, can be ended, and waits for the second step where the account has one.
 */
export const signInByIdentity = command({
  name: "identity.signInByIdentity",
  input: identityInput.extend({ userAgent }),
  may: anyone,
  run: async ({ tx, now, input, about }) => {
    const { issuer, subjectHash } = input;
    const bound = await tx.externalIdentity.findFirst({
      where: { issuer, subjectHash, user: { disabledAt: null } },
      select: { id: true, userId: true },
    });
    if (!bound) return refuse("identity_unknown");
    about({ type: "user", id: bound.userId });
    await tx.externalIdentity.update({ where: { id: bound.id }, data: { lastUsedAt: now } });
    return ok(await openSession(tx, bound.userId, now, input.userAgent));
  },
});

/** Before an account is bound its owner says the password: an open session alone must not open a second door. */
export const startBinding = command({
  name: "identity.startBinding",
  input: z.object({ currentPassword: password }),
  may: permissions.ownAccount,
  run: async ({ tx, actor, input, about }) => {
    const userId = userIdOf(actor);
    about({ type: "user", id: userId });
    const user = await tx.user.findUniqueOrThrow({ where: { id: userId }, select: { passwordHash: true } });
    if (!(await isPassword(user.passwordHash, input.currentPassword)))
      return refuse("invalid_input", { fields: [{ path: ["currentPassword"], code: "passwordWrong" }] });
    return ok(null);
  },
});

/** Binds one's own account to the identity with which one has just come back from the state's login. */
export const bindIdentity = command({
  name: "identity.bindIdentity",
  input: identityInput.extend({ label: z.string().max(120).nullable() }),
  may: permissions.ownAccount,
  run: async ({ tx, actor, now, input, about }) => {
    const userId = userIdOf(actor);
    about({ type: "user", id: userId });
    // The keys decide, also between two at the same instant: an identity has one account, an account one identity.
    const { count } = await tx.externalIdentity.createMany({
      data: [{ ...input, userId, createdAt: now }],
      skipDuplicates: true,
    });
    if (count === 1) return ok(null);
    const own = await tx.externalIdentity.findFirst({ where: { userId, issuer: input.issuer } });
    return own?.subjectHash === input.subjectHash ? ok(null) : refuse(own ? "identity_other" : "identity_taken");
  },
});

/** Unbinds one's own account: from now on only the password opens it. */
export const unbindIdentity = command({
  name: "identity.unbindIdentity",
  input: z.object({}),
  may: permissions.ownAccount,
  run: async ({ tx, actor, about }) => {
    const userId = userIdOf(actor);
    about({ type: "user", id: userId });
    const { count } = await tx.externalIdentity.deleteMany({ where: { userId } });
    return count ? ok(null) : refuse("not_found");
  },
});

/** Unbinds a person's account from the state's login, as of a wrong or stolen identity; all sessions of the account end. */
export const resetIdentity = command({
  name: "identity.resetIdentity",
  input: z.object({ userId: id }),
  may: permissions.manageStaff,
  run: async ({ tx, now, input, about }) => {
    const { count } = await tx.externalIdentity.deleteMany({ where: { userId: input.userId } });
    if (count === 0) return refuse("not_found");
    about({ type: "user", id: input.userId }, { ended: await endSessions(tx, input.userId, now) });
    return ok(null);
  },
});
