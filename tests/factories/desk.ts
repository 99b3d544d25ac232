import { randomUUID } from "node:crypto";
import { type Day, dayToDate } from "@/lib/core/day";
import { db } from "@/lib/db/client";
import type { BatchStatus, VacancyStatus } from "@/lib/db/generated/enums";
import type { Person } from "@/lib/identity/actor";
import { columnsOf } from "@/lib/vacancies/content";
import type { VacancyContent } from "@/lib/vacancies/schema";
import { createBatchRow, sampleContent } from "./vacancies";

/** The minimum wage of region I in two periods, with different amounts. */
export async function createMinimumWages() {
  await db().regionalMinimumWage.createMany({
    data: [
      {
        region: "I",
        monthly: 4_960_000,
        validFrom: dayToDate("2024-07-01"),
        validTo: dayToDate("2025-12-31"),
        citation: "Nghị định 74/2024/NĐ-CP",
        verified: true,
      },
      {
        region: "I",
        monthly: 5_310_000,
        validFrom: dayToDate("2026-01-01"),
        citation: "Nghị định 293/2025/NĐ-CP",
        verified: true,
      },
    ],
  });
}

/** A person of an enterprise's HR, as an actor. */
export async function createRecruiter(enterprise: { id: number; nameVi: string }): Promise<Person> {
  const user = await db().user.create({
    data: { email: `${randomUUID()}@hezaworks.example`, fullName: "Phạm Thị Thử" },
  });
  await db().membership.create({ data: { userId: user.id, organisationId: enterprise.id, role: "MEMBER" } });
  return {
    kind: "person",
    userId: user.id,
    sessionId: null,
    fullName: user.fullName,
    email: user.email,
    staffRole: null,
    organisation: { id: enterprise.id, kind: "ENTERPRISE", role: "MEMBER", nameVi: enterprise.nameVi },
  };
}

/** A batch in any state, with its time of publication where the state implies one. */
export async function createBatch(given: { from: Day; to: Day; status?: BatchStatus }) {
  const { id } = await createBatchRow({ collectFrom: given.from, collectTo: given.to });
  const status = given.status ?? "COLLECTING";
  return db().vacancyBatch.update({
    where: { id },
    data: { status, publishedAt: ["PUBLISHED", "CLOSED"].includes(status) ? dayToDate(given.to) : null },
  });
}

/** A complete content, as an enterprise submits it: 12 people, 10 of them unskilled, with a bus. */
export const completeContent = (parkId: number, occupationId: number): VacancyContent =>
  sampleContent(parkId, {
    occupationId,
    headcount: 12,
    unskilled: 10,
    college: 2,
    wageBase: 5_500_000,
    wageMax: 9_000_000,
    bus: true,
    busRoutes: "Thủy Nguyên, An Dương",
    deadline: "2026-12-24",
  });

/** A vacancy written directly, in any state, without versions. */
export async function createVacancyRow(given: {
  enterpriseId: number;
  content: VacancyContent;
  status?: VacancyStatus;
  batchId?: number | null;
  publishedAt?: Date;
  filledCount?: number;
}) {
  const status = given.status ?? "DRAFT";
  const isPublic = status === "PUBLISHED" || status === "FILLED" || status === "EXPIRED";
  return db().vacancy.create({
    data: {
      ...columnsOf(given.content),
      enterpriseId: given.enterpriseId,
      status,
      batchId: given.batchId ?? null,
      submissionNo: status === "DRAFT" ? 0 : 1,
      publishedAt: given.publishedAt ?? (isPublic ? new Date("2026-11-05T02:00:00Z") : null),
      filledCount: given.filledCount ?? 0,
      slug: "tin",
      verifyCode: randomUUID().slice(0, 12),
      updatedAt: new Date("2026-11-05T02:00:00Z"),
    },
  });
}
