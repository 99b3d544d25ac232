import { z } from "zod";
import { ok, type Result, refuse } from "@/lib/core/result";
import type { Tx } from "@/lib/db/client";
import { command } from "@/lib/db/command";
import { type Actor, anyone } from "./actor";
import { refusedPassword } from "./password-commands";
import { hashPassword, isPassword } from "./password-hash";
import { fullName, locale, password, token, userAgent } from "./schema";
import { openSession, type SignedIn } from "./session-commands";
import { hashOf } from "./tokens";

/** What the page of a mailed link asks: a new account gives name and password, an existing one its password. */
export const linkInput = z.object({
  token,
  fullName: fullName.optional(),
  password: password.optional(),
  locale,
  userAgent,
});

type LinkInput = z.output<typeof linkInput>;
type Account = { id: number; isNew: boolean; signedInHere: boolean };

/**
 * The account that a mailed link is used with: the signed-in one if the address is its own, else the existing one when
 * its password is right, else a new one with the name and password given. The link itself proves the address.
 */
async function accountForLink(
  tx: Tx,
  actor: Actor,
  address: string,
  input: LinkInput,
  now: Date,
): Promise<Result<Account>> {
  const user = await tx.user.findUnique({ where: { email: address } });
  if (user?.disabledAt) return refuse("link_over");
  if (user && actor.kind === "person" && actor.userId === user.id)
    return ok({ id: user.id, isNew: false, signedInHere: true });
  if (!input.password) return refuse("invalid_input", { fields: [{ path: ["password"], code: "required" }] });
  if (user?.passwordHash) {
    if (!(await isPassword(user.passwordHash, input.password)))
      return refuse("invalid_input", { fields: [{ path: ["password"], code: "passwordWrong" }] });
    return ok({ id: user.id, isNew: false, signedInHere: false });
  }
  if (!user && !input.fullName) return refuse("invalid_input", { fields: [{ path: ["fullName"], code: "required" }] });
  const refused = refusedPassword(input.password, address);
  if (refused) return refused;
  const passwordHash = await hashPassword(input.password);
  const made = user
    ? await tx.user.update({ where: { id: user.id }, data: { passwordHash, version: { increment: 1 } } })
    : await tx.user.create({
        data: { email: address, fullName: input.fullName ?? "", passwordHash, locale: input.locale, createdAt: now },
      });
  return ok({ id: made.id, isNew: !user, signedInHere: false });
}

/** The session after a link was used: the one that is open, now acting for the organisation, or a new one. */
async function sessionAfterLink(
  tx: Tx,
  actor: Actor,
  account: Account,
  now: Date,
  agent: string | undefined,
  organisationId?: number,
): Promise<SignedIn> {
  const opened = await openSession(tx, account.id, now, agent, organisationId, account.signedInHere);
  if (account.signedInHere && actor.kind === "person" && actor.sessionId)
    await tx.session.updateMany({ where: { id: actor.sessionId }, data: { revokedAt: now } });
  return opened;
}

/**
 * Joins by invitation, once. An account is either HEZA's staff or acts for organisations, never both: one and the same
 * person would decide on what he himself submitted.
 */
export const acceptInvitation = command({
  name: "identity.acceptInvitation",
  input: linkInput,
  may: anyone,
  run: async ({ tx, actor, now, input, about }) => {
    const invitation = await tx.invitation.findFirst({
      where: { tokenHash: hashOf(input.token), acceptedAt: null, revokedAt: null, expiresAt: { gt: now } },
    });
    if (!invitation) return refuse("link_over");
    about({ type: "invitation", id: invitation.id });
    // Claimed first: a second click at the same instant waits here and finds it used. A refusal below undoes the claim.
    const { count } = await tx.invitation.updateMany({
      where: { id: invitation.id, acceptedAt: null, revokedAt: null },
      data: { acceptedAt: now },
    });
    if (count === 0) return refuse("link_over");
    const account = await accountForLink(tx, actor, invitation.email, input, now);
    if (!account.ok) return account;

    const userId = account.value.id;
    const user = await tx.user.findUniqueOrThrow({ where: { id: userId }, include: { memberships: true } });
    if (invitation.staffRole ? user.memberships.length > 0 : user.staffRole !== null) return refuse("other_kind");
    const { organisationId, membershipRole } = invitation;
    if (invitation.staffRole)
      await tx.user.update({
        where: { id: userId },
        data: { staffRole: invitation.staffRole, version: { increment: 1 } },
      });
    if (organisationId && membershipRole)
      await tx.membership.upsert({
        where: { userId_organisationId: { userId, organisationId } },
        create: { userId, organisationId, role: membershipRole, createdAt: now },
        // A member who is invited as owner becomes one; an owner is not made less by an old letter.
        update: membershipRole === "OWNER" ? { role: "OWNER" } : {},
      });
    return ok(await sessionAfterLink(tx, actor, account.value, now, input.userAgent, organisationId ?? undefined));
  },
});

/**
 * Confirms the mail address of an enterprise that registers itself, once: makes the account and the registration that
 * staff decide on.
 */
export const confirmSignUp = command({
  name: "identity.confirmSignUp",
  input: linkInput,
  may: anyone,
  run: async ({ tx, actor, now, input, about }) => {
    const signUp = await tx.enterpriseSignUp.findFirst({
      where: { tokenHash: hashOf(input.token), confirmedAt: null, expiresAt: { gt: now } },
    });
    if (!signUp) return refuse("link_over");
    const { count } = await tx.enterpriseSignUp.updateMany({
      where: { id: signUp.id, confirmedAt: null },
      data: { confirmedAt: now },
    });
    if (count === 0) return refuse("link_over");
    const named = { ...input, fullName: input.fullName ?? signUp.fullName };
    const account = await accountForLink(tx, actor, signUp.email, named, now);
    if (!account.ok) return account;
    const user = await tx.user.findUniqueOrThrow({ where: { id: account.value.id } });
    if (user.staffRole) return refuse("other_kind");
    const { taxCode, nameVi, parkId, phone } = signUp;
    const open = await tx.enterpriseRegistration.findFirst({
      where: { taxCode, applicantId: user.id, status: "PENDING" },
    });
    const registration =
      open ??
      (await tx.enterpriseRegistration.create({
        data: { taxCode, nameVi, parkId, phone, applicantId: user.id, createdAt: now },
      }));
    about({ type: "registration", id: registration.id });
    return ok(await sessionAfterLink(tx, actor, account.value, now, input.userAgent));
  },
});
