import { z } from "zod";
import { ok, type Result, refuse } from "@/lib/core/result";
import type { Tx } from "@/lib/db/client";
import { command } from "@/lib/db/command";
import type { MembershipRole, StaffRole } from "@/lib/db/generated/enums";
import { messages } from "@/lib/i18n/messages";
import { href, type Locale, locales } from "@/lib/i18n/paths";
import { queueMail } from "@/lib/notifications/mail";
import { type Actor, anyOf, userIdOf } from "./actor";
import { momentText } from "./moment";
import { permissions } from "./permissions";
import { email, id, locale, membershipRole, staffRole } from "./schema";
import { newToken } from "./tokens";

const days = 7;
const perHour = 60;

type Where = { staffRole: StaffRole } | { organisationId: number; membershipRole: MembershipRole };

/** Writes an invitation and its letter; an earlier open one of the same address to the same place is revoked. */
async function invite(
  tx: Tx,
  order: { to: string; locale: Locale; where: Where; by: number; now: Date },
): Promise<Result<{ invitationId: number }>> {
  const { to, now, where, by } = order;
  const lately = await tx.invitation.count({
    where: { invitedById: by, createdAt: { gt: new Date(now.getTime() - 3_600_000) } },
  });
  if (lately >= perHour) return refuse("too_many_requests");
  const place = "staffRole" in where ? { staffRole: { not: null } } : { organisationId: where.organisationId };
  await tx.invitation.updateMany({
    where: { email: to, ...place, acceptedAt: null, revokedAt: null },
    data: { revokedAt: now },
  });
  const { token, tokenHash } = newToken();
  const expiresAt = new Date(now.getTime() + days * 86_400_000);
  const invitation = await tx.invitation.create({
    data: { tokenHash, email: to, locale: order.locale, invitedById: by, createdAt: now, expiresAt, ...where },
    include: { invitedBy: { select: { fullName: true } }, organisation: { select: { nameVi: true, nameEn: true } } },
  });
  const words = messages[order.locale].account;
  const { organisation } = invitation;
  const role =
    "staffRole" in where
      ? words.staffRoles[where.staffRole]
      : `${words.membershipRoles[where.membershipRole]} – ${(order.locale === "en" && organisation?.nameEn) || organisation?.nameVi}`;
  await queueMail(tx, {
    to,
    locale: order.locale,
    template: "invitation",
    params: { inviter: invitation.invitedBy.fullName, role, expires: momentText(expiresAt) },
    dedupeKey: `invitation:${invitation.id}`,
    path: href(order.locale, "invitation", token),
    secret: token,
    now,
  });
  return ok({ invitationId: invitation.id });
}

/** The organisation whose owner acts; null for HEZA's administrators, who reach all. */
const ownOrganisation = (actor: Actor): number | null =>
  actor.kind === "person" && !actor.staffRole ? (actor.organisation?.id ?? null) : null;

/** Invitations that the actor may touch: of the own organisation, or, for administrators, all. */
const touchable = (actor: Actor) => {
  const organisationId = ownOrganisation(actor);
  return organisationId === null ? {} : { organisationId };
};

/** An owner invites a person to the own enterprise or school. */
export const inviteMember = command({
  name: "identity.inviteMember",
  input: z.object({ email, role: membershipRole, locale }),
  may: permissions.manageMembers,
  run: async ({ tx, actor, now, input, about }) => {
    const organisationId = ownOrganisation(actor);
    if (organisationId === null) return refuse("not_found");
    const member = await tx.membership.findFirst({ where: { organisationId, user: { email: input.email } } });
    if (member) return refuse("invalid_input", { fields: [{ path: ["email"], code: "alreadyMember" }] });
    const result = await invite(tx, {
      to: input.email,
      locale: input.locale,
      where: { organisationId, membershipRole: input.role },
      by: userIdOf(actor),
      now,
    });
    if (result.ok) about({ type: "invitation", id: result.value.invitationId });
    return result;
  },
});

/** An administrator invites a person to HEZA's staff. */
export const inviteStaff = command({
  name: "identity.inviteStaff",
  input: z.object({ email, staffRole, locale }),
  may: permissions.manageStaff,
  run: async ({ tx, actor, now, input, about }) => {
    const user = await tx.user.findUnique({ where: { email: input.email }, include: { memberships: true } });
    if (user?.staffRole) return refuse("invalid_input", { fields: [{ path: ["email"], code: "alreadyStaff" }] });
    if (user?.memberships.length) return refuse("invalid_input", { fields: [{ path: ["email"], code: "otherKind" }] });
    const result = await invite(tx, {
      to: input.email,
      locale: input.locale,
      where: { staffRole: input.staffRole },
      by: userIdOf(actor),
      now,
    });
    if (result.ok) about({ type: "invitation", id: result.value.invitationId });
    return result;
  },
});

/** An administrator invites the first (or another) owner of an organisation, as of a school, which does not register itself. */
export const inviteOwner = command({
  name: "identity.inviteOwner",
  input: z.object({ email, organisationId: id, locale }),
  may: permissions.manageStaff,
  run: async ({ tx, actor, now, input, about }) => {
    const organisation = await tx.organisation.findUnique({ where: { id: input.organisationId } });
    if (!organisation) return refuse("not_found");
    const member = await tx.membership.findFirst({
      where: { organisationId: organisation.id, role: "OWNER", user: { email: input.email } },
    });
    if (member) return refuse("invalid_input", { fields: [{ path: ["email"], code: "alreadyMember" }] });
    const result = await invite(tx, {
      to: input.email,
      locale: input.locale,
      where: { organisationId: organisation.id, membershipRole: "OWNER" },
      by: userIdOf(actor),
      now,
    });
    if (result.ok) about({ type: "invitation", id: result.value.invitationId });
    return result;
  },
});

/** Sends an invitation anew, with a new link and seven more days; the old link is void. */
export const resendInvitation = command({
  name: "identity.resendInvitation",
  input: z.object({ invitationId: id }),
  may: anyOf(permissions.manageMembers, permissions.manageStaff),
  run: async ({ tx, actor, now, input, about }) => {
    const old = await tx.invitation.findFirst({
      where: { id: input.invitationId, acceptedAt: null, revokedAt: null, ...touchable(actor) },
    });
    if (!old) return refuse("not_found");
    const where = old.staffRole
      ? { staffRole: old.staffRole }
      : old.organisationId && old.membershipRole
        ? { organisationId: old.organisationId, membershipRole: old.membershipRole }
        : null;
    if (!where) throw new Error(`invitation ${old.id} leads nowhere`);
    about({ type: "invitation", id: old.id });
    const language = locales.find((known) => known === old.locale) ?? "vi";
    return invite(tx, { to: old.email, locale: language, where, by: userIdOf(actor), now });
  },
});

/** Takes an invitation back: its link says so. */
export const revokeInvitation = command({
  name: "identity.revokeInvitation",
  input: z.object({ invitationId: id }),
  may: anyOf(permissions.manageMembers, permissions.manageStaff),
  run: async ({ tx, actor, now, input, about }) => {
    const { count } = await tx.invitation.updateMany({
      where: { id: input.invitationId, acceptedAt: null, revokedAt: null, ...touchable(actor) },
      data: { revokedAt: now },
    });
    if (count === 0) return refuse("not_found");
    about({ type: "invitation", id: input.invitationId });
    return ok(null);
  },
});
