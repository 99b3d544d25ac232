import { db } from "@/lib/db/client";
import type { Actor } from "./actor";
import type { LinkHolder } from "./link-holder";
import { hashOf } from "./tokens";

/** How the holder of a link to this address shows who he is. Only the link leads here, and it was mailed to that address. */
async function holderOf(email: string, actor: Actor): Promise<LinkHolder> {
  const user = await db().user.findUnique({ where: { email }, select: { id: true, passwordHash: true } });
  if (user && actor.kind === "person" && actor.userId === user.id) return "signedIn";
  return user?.passwordHash ? "account" : "new";
}

/** The invitation behind a link, while it can be accepted; null when it is used, taken back, expired or unknown. */
export async function openInvitation(token: string, actor: Actor, now: Date) {
  const found = await db().invitation.findFirst({
    where: { tokenHash: hashOf(token), acceptedAt: null, revokedAt: null, expiresAt: { gt: now } },
    select: {
      email: true,
      staffRole: true,
      membershipRole: true,
      expiresAt: true,
      invitedBy: { select: { fullName: true } },
      organisation: { select: { nameVi: true, nameEn: true } },
    },
  });
  if (!found) return null;
  const { invitedBy, organisation, ...rest } = found;
  return {
    ...rest,
    inviter: invitedBy.fullName,
    organisationVi: organisation?.nameVi ?? null,
    organisationEn: organisation?.nameEn ?? null,
    holder: await holderOf(found.email, actor),
  };
}

/** The account of a reset link, while it can be used; null otherwise. */
export async function openReset(token: string, now: Date): Promise<{ email: string } | null> {
  const found = await db().passwordReset.findFirst({
    where: { tokenHash: hashOf(token), usedAt: null, expiresAt: { gt: now }, user: { disabledAt: null } },
    select: { user: { select: { email: true } } },
  });
  return found?.user ?? null;
}

/** The registration behind a link that confirms its address, while it can be used; null otherwise. */
export async function openSignUp(token: string, actor: Actor, now: Date) {
  const found = await db().enterpriseSignUp.findFirst({
    where: { tokenHash: hashOf(token), confirmedAt: null, expiresAt: { gt: now } },
    select: { email: true, fullName: true, nameVi: true, taxCode: true },
  });
  return found && { ...found, holder: await holderOf(found.email, actor) };
}

/** The parks as a list to choose from, by name. */
export async function parkChoices(locale: "vi" | "en"): Promise<{ value: string; label: string }[]> {
  const parks = await db().industrialPark.findMany({ select: { id: true, nameVi: true, nameEn: true } });
  const named = parks.map((park) => ({ value: String(park.id), label: locale === "en" ? park.nameEn : park.nameVi }));
  return named.sort((a, b) => a.label.localeCompare(b.label, locale));
}
