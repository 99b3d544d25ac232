import { db } from "@/lib/db/client";
import type { Person } from "@/lib/identity/actor";
import { newKey } from "@/lib/identity/api-key";
import { newToken } from "@/lib/identity/tokens";
import { createStaff, createUser } from "../../factories/identity";

/** Rows that the table's identity section names. */

export const registrationDeciders = ["labourOfficer", "labourHead", "supervision", "admin"] as const;

export async function anInvitation(organisationId: number, by: Person): Promise<number> {
  const invitation = await db().invitation.create({
    data: {
      tokenHash: newToken().tokenHash,
      email: "nguoi-moi@hezaworks.example",
      organisationId,
      membershipRole: "MEMBER",
      invitedById: by.userId,
      expiresAt: new Date(Date.now() + 86_400_000),
    },
  });
  return invitation.id;
}

export async function membershipOf(person: Person): Promise<number> {
  return (await db().membership.findFirstOrThrow({ where: { userId: person.userId } })).id;
}

/** A key of an enterprise. */
export async function aKey(organisationId: number, by: Person): Promise<{ keyId: number }> {
  const { prefix, keyHash } = newKey();
  const expiresAt = new Date(Date.now() + 86_400_000);
  const row = await db().apiKey.create({
    data: { organisationId, name: "Phần mềm thử", prefix, keyHash, createdById: by.userId, expiresAt },
  });
  return { keyId: row.id };
}

export async function staffUser(): Promise<{ userId: number; version: number }> {
  return { userId: (await createStaff("OFFICE")).userId, version: 1 };
}

/** Somebody with an authenticator app. */
export async function withSecondFactor(): Promise<{ userId: number }> {
  const { userId } = await createStaff("OFFICE");
  await db().secondFactor.create({ data: { userId, sealed: "v1.x", confirmedAt: new Date() } });
  return { userId };
}

/** Somebody bound to an identity of the state's login. */
export async function withIdentity(): Promise<{ userId: number }> {
  const { userId } = await createStaff("OFFICE");
  await db().externalIdentity.create({ data: { userId, issuer: "https://x.example", subjectHash: `of ${userId}` } });
  return { userId };
}

export async function aRegistration(): Promise<{ registrationId: number; version: number }> {
  const registration = await db().enterpriseRegistration.create({
    data: {
      taxCode: "0100109106",
      nameVi: "Công ty TNHH Hoa Gạo Thử Nghiệm",
      phone: "0225 3 000 000",
      applicantId: (await createUser()).id,
    },
  });
  return { registrationId: registration.id, version: 1 };
}
