import { randomBytes, randomUUID } from "node:crypto";
import { dayToDate } from "@/lib/core/day";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { loadSupportPolicy } from "@/prisma/seed/support-policy";

/** Human beings without an organisation; ids only. */
export async function createBeneficiaries(count: number): Promise<number[]> {
  const made = await db().beneficiary.createManyAndReturn({
    data: Array.from({ length: count }, () => ({ ref: randomUUID(), idHash: randomUUID(), idSealed: "sealed" })),
    select: { id: true },
  });
  return made.map(({ id }) => id);
}

/** Workers on an organisation's roster whom group (a) supports, one for each person; ids of their rows. */
export async function createWorkers(
  organisationId: number,
  beneficiaryIds: readonly number[],
  overrides: Partial<Prisma.RosterEntryCreateManyInput> = {},
): Promise<number[]> {
  const made = await db().rosterEntry.createManyAndReturn({
    data: beneficiaryIds.map((beneficiaryId, at) => ({
      organisationId,
      beneficiaryId,
      kind: "WORKER" as const,
      staffCode: `NV${String(at + 1).padStart(4, "0")}`,
      fullName: `Nguyễn Văn Thử ${String(at + 1).padStart(4, "0")}`,
      birthDate: dayToDate("1995-03-02"),
      education: "UPPER_SECONDARY" as const,
      job: "Công nhân hàn",
      occupationCode: "welding",
      qualificationHeld: "UNSKILLED" as const,
      qualificationRequired: "INTERMEDIATE" as const,
      contractType: "INDEFINITE" as const,
      contractFrom: dayToDate("2022-01-01"),
      source: "TYPED" as const,
      ...overrides,
    })),
    select: { id: true },
  });
  return made.map(({ id }) => id);
}

/** A course that is supported: welding, intermediate level, 12.345.678 đồng. */
export const createCourse = (
  organisationId: number,
  overrides: Partial<Prisma.TrainingCourseUncheckedCreateInput> = {},
) =>
  db().trainingCourse.create({
    data: {
      organisationId,
      schoolName: "Trường Cao đẳng Thử Nghiệm",
      programme: "Hàn công nghệ cao",
      occupationCode: "welding",
      level: "INTERMEDIATE",
      tuition: 12_345_678,
      startsOn: dayToDate("2026-09-01"),
      endsOn: dayToDate("2027-05-31"),
      months: 9,
      ...overrides,
    },
  });

/** Every paper that group (a) asks for, of the dossier and of each of its persons; as if files had been handed in. */
export async function bringPapers(dossierId: number): Promise<void> {
  const persons = await db().dossierPerson.findMany({ where: { dossierId }, select: { id: true } });
  const codes = ["don-de-nghi", "xac-nhan-cua-truong", "ban-sao-bang"];
  await db().dossierPaper.createMany({
    data: [
      { dossierId, code: "van-ban-de-nghi", fileName: "van-ban.pdf" },
      ...persons.flatMap(({ id }) =>
        codes.map((code) => ({ dossierId, personId: id, code, fileName: `${code}-${id}.pdf` })),
      ),
    ],
    skipDuplicates: true,
  });
}

/** A draft of group (a) with a course of its own, under the policy in force. */
export async function createDraft(
  organisationId: number,
  overrides: Partial<Prisma.SubsidyDossierUncheckedCreateInput> = {},
) {
  await loadSupportPolicy(db());
  const version = await db().supportPolicyVersion.findFirstOrThrow({ where: { state: "IN_FORCE" } });
  const course = await createCourse(organisationId);
  return db().subsidyDossier.create({
    data: {
      ...{ organisationId, courseId: course.id, groupCode: "a" },
      ...{ policyId: version.policyId, policyVersionId: version.id },
      ...overrides,
    },
  });
}

/** A PDF that somebody of the organisation has handed in, ready to be attached; its key. */
export async function createFile(organisationId: number, name: string): Promise<string> {
  const key = randomBytes(20).toString("hex");
  await db().uploadedFile.create({
    data: {
      ...{ key, name, purpose: "dossier.paper", state: "READY", organisationId },
      ...{ size: 9, received: 9, kind: "application/pdf", sha256: "0".repeat(64), readyAt: new Date() },
    },
  });
  return key;
}
