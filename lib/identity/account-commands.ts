import { z } from "zod";
import { ok, type Refusal, refuse } from "@/lib/core/result";
import type { Tx } from "@/lib/db/client";
import { command } from "@/lib/db/command";
import { userIdOf } from "./actor";
import { permissions } from "./permissions";
import { fullName, id, locale, staffRole, version } from "./schema";
import { endSessions } from "./session-commands";

/** One's own name and language. */
export const updateProfile = command({
  name: "identity.updateProfile",
  input: z.object({ fullName, locale, version }),
  may: permissions.ownAccount,
  run: async ({ tx, actor, input, about }) => {
    const userId = userIdOf(actor);
    about({ type: "user", id: userId });
    const { count } = await tx.user.updateMany({
      where: { id: userId, version: input.version },
      data: { fullName: input.fullName, locale: input.locale, version: { increment: 1 } },
    });
    if (count === 0) return refuse("changed_meanwhile");
    return ok({ version: input.version + 1 });
  },
});

/** Serialises changes of administrators, and says whether one who can sign in would remain without this account. */
async function isLastAdmin(tx: Tx, userId: number): Promise<boolean> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('administrators', 0))`;
  return (await tx.user.count({ where: { staffRole: "ADMIN", disabledAt: null, id: { not: userId } } })) === 0;
}

/** A staff account for a change by an administrator: there, not changed meanwhile; else why not. */
async function account(tx: Tx, userId: number, knownVersion: number): Promise<Refusal | null> {
  const user = await tx.user.findUnique({ where: { id: userId }, select: { version: true } });
  if (!user) return refuse("not_found");
  return user.version === knownVersion ? null : refuse("changed_meanwhile");
}

const change = (tx: Tx, userId: number, knownVersion: number, data: object) =>
  tx.user.updateMany({ where: { id: userId, version: knownVersion }, data: { ...data, version: { increment: 1 } } });

/** Moves a person of HEZA's staff to another unit. */
export const changeStaffRole = command({
  name: "identity.changeStaffRole",
  input: z.object({ userId: id, staffRole, version }),
  may: permissions.manageStaff,
  run: async ({ tx, input, about }) => {
    const refused = await account(tx, input.userId, input.version);
    if (refused) return refused;
    const user = await tx.user.findFirst({ where: { id: input.userId, staffRole: { not: null } } });
    if (!user) return refuse("not_found");
    about({ type: "user", id: user.id }, { was: user.staffRole });
    if (user.staffRole === "ADMIN" && input.staffRole !== "ADMIN" && (await isLastAdmin(tx, user.id)))
      return refuse("last_admin");
    const { count } = await change(tx, user.id, input.version, { staffRole: input.staffRole });
    return count ? ok(null) : refuse("changed_meanwhile");
  },
});

/** Closes an account: it cannot sign in, and all its sessions end at once. Never one's own, never the last administrator's. */
export const disableUser = command({
  name: "identity.disableUser",
  input: z.object({ userId: id, version }),
  may: permissions.manageStaff,
  run: async ({ tx, actor, now, input, about }) => {
    const refused = await account(tx, input.userId, input.version);
    if (refused) return refused;
    about({ type: "user", id: input.userId });
    if (input.userId === userIdOf(actor)) return refuse("own_account");
    if (await isLastAdmin(tx, input.userId)) return refuse("last_admin");
    const { count } = await change(tx, input.userId, input.version, { disabledAt: now });
    if (count === 0) return refuse("changed_meanwhile");
    return ok({ ended: await endSessions(tx, input.userId, now) });
  },
});

/** Opens a closed account again. */
export const enableUser = command({
  name: "identity.enableUser",
  input: z.object({ userId: id, version }),
  may: permissions.manageStaff,
  run: async ({ tx, input, about }) => {
    const refused = await account(tx, input.userId, input.version);
    if (refused) return refused;
    about({ type: "user", id: input.userId });
    const { count } = await change(tx, input.userId, input.version, { disabledAt: null });
    return count ? ok(null) : refuse("changed_meanwhile");
  },
});

/** Ends all sessions of an account, as of a person whose phone was stolen. */
export const endUserSessions = command({
  name: "identity.endUserSessions",
  input: z.object({ userId: id }),
  may: permissions.manageStaff,
  run: async ({ tx, now, input, about }) => {
    const user = await tx.user.findUnique({ where: { id: input.userId }, select: { id: true } });
    if (!user) return refuse("not_found");
    const ended = await endSessions(tx, user.id, now);
    about({ type: "user", id: user.id }, { ended });
    return ok({ ended });
  },
});
