import { randomUUID } from "node:crypto";
import { db } from "@/lib/db/client";
import type { MembershipRole, OrganisationKind, StaffRole } from "@/lib/db/generated/enums";
import type { Person } from "@/lib/identity/actor";
import { hashPassword } from "@/lib/identity/password-hash";

/** The password of every account that a factory makes. */
export const testPassword = "kem que đậu đỏ";

let hash: Promise<string> | undefined;
let count = 0;

const unique = () => `${++count}-${randomUUID().slice(0, 8)}`;

export type UserOverrides = {
  email?: string;
  fullName?: string;
  staffRole?: StaffRole;
  withoutPassword?: boolean;
  locale?: "vi" | "en";
};

/** An account with `testPassword`. */
export async function createUser({ withoutPassword, ...overrides }: UserOverrides = {}) {
  hash ??= hashPassword(testPassword);
  return db().user.create({
    data: {
      email: `nguoi-${unique()}@hezaworks.example`,
      fullName: "Trần Thử Nghiệm",
      passwordHash: withoutPassword ? null : await hash,
      ...overrides,
    },
  });
}

/** An organisation without more: neither the register's enterprise nor a school's page hangs on it. */
export function createOrganisation(kind: OrganisationKind, nameVi = `Tổ chức thử ${unique()}`) {
  return db().organisation.create({ data: { kind, nameVi } });
}

/** A person of HEZA's staff, as an actor. */
export async function createStaff(staffRole: StaffRole): Promise<Person & { staffRole: StaffRole }> {
  const user = await createUser({ staffRole, fullName: `Cán bộ ${staffRole}` });
  return { ...(await actorOf(user.id)), staffRole };
}

/** A person who acts for an organisation, as an actor. */
export async function createMember(
  organisationId: number,
  role: MembershipRole = "MEMBER",
): Promise<Person & { organisation: NonNullable<Person["organisation"]> }> {
  const user = await createUser();
  await db().membership.create({ data: { userId: user.id, organisationId, role } });
  const actor = await actorOf(user.id, organisationId);
  if (!actor.organisation) throw new Error("a member without an organisation");
  return { ...actor, organisation: actor.organisation };
}

/** A session for an account; its id is what the cookie would carry. */
export async function createSession(userId: number, activeOrganisationId?: number, now = new Date()): Promise<string> {
  const session = await db().session.create({
    data: {
      id: randomUUID(),
      userId,
      activeOrganisationId: activeOrganisationId ?? null,
      createdAt: now,
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + 30 * 86_400_000),
    },
  });
  return session.id;
}

/** The actor that an account is, with a session of its own. */
export async function actorOf(userId: number, organisationId?: number): Promise<Person> {
  const sessionId = await createSession(userId, organisationId);
  const user = await db().user.findUniqueOrThrow({
    where: { id: userId },
    include: { memberships: { include: { organisation: true }, orderBy: { id: "asc" } } },
  });
  const chosen =
    user.memberships.find((membership) => membership.organisationId === organisationId) ?? user.memberships[0];
  return {
    kind: "person",
    userId,
    sessionId,
    fullName: user.fullName,
    email: user.email,
    staffRole: user.staffRole,
    organisation: chosen
      ? {
          id: chosen.organisationId,
          kind: chosen.organisation.kind,
          role: chosen.role,
          nameVi: chosen.organisation.nameVi,
        }
      : null,
  };
}
