import { randomUUID } from "node:crypto";
import { type Day, dayToDate } from "@/lib/core/day";
import { slugify } from "@/lib/core/text";
import { db } from "@/lib/db/client";
import type { BatchStatus, StaffRole, VacancyStatus } from "@/lib/db/generated/enums";
import type { Person } from "@/lib/identity/actor";
import { columnsOf, contentOf } from "@/lib/vacancies/content";
import { emptyVacancy, type VacancyContent } from "@/lib/vacancies/schema";

let count = 0;
const next = () => ++count;
const unique = () => `${next()}-${randomUUID().slice(0, 8)}`;

/** A person of the staff, without a session: for commands that are called directly. */
export async function staffActor(staffRole: StaffRole): Promise<Person> {
  const user = await db().user.create({
    data: { email: `can-bo-${unique()}@hezaworks.example`, fullName: `Cán bộ thử ${count}`, staffRole },
  });
  const { id: userId, fullName, email } = user;
  return { kind: "person", userId, sessionId: null, fullName, email, staffRole, organisation: null };
}

/** A park of wage region I. */
export async function createPark(nameVi = `Khu công nghiệp thử ${unique()}`) {
  const park = await db().industrialPark.create({
    data: {
      code: `P${unique()}`,
      slug: `${slugify(nameVi)}-${unique()}`,
      nameVi,
      nameEn: `Park ${count}`,
      shortNameVi: nameVi.replace("Khu công nghiệp ", ""),
      shortNameEn: `Park ${count}`,
      confidence: "H",
      wageRegions: {
        create: { region: "I", validFrom: dayToDate("2020-01-01"), citation: "NĐ thử nghiệm", verified: true },
      },
    },
  });
  return park;
}

/** The regional minimum wage that all sample parks have. */
export async function createMinimumWage(monthly = 5_310_000, validFrom: Day = "2020-01-01") {
  await db().regionalMinimumWage.upsert({
    where: { region_validFrom: { region: "I", validFrom: dayToDate(validFrom) } },
    create: { region: "I", monthly, validFrom: dayToDate(validFrom), citation: "NĐ 293/2025/NĐ-CP", verified: true },
    update: { monthly },
  });
}

/** An operating, verified enterprise in a park. */
export async function createEnterprise(
  parkId: number,
  more: { nameVi?: string; lifecycle?: "OPERATING" | "SUSPENDED"; verified?: boolean; member?: boolean } = {},
) {
  const nameVi = more.nameVi ?? `Công ty TNHH Thử nghiệm ${unique()}`;
  const organisation = await db().organisation.create({
    data: {
      kind: "ENTERPRISE",
      nameVi,
      enterprise: {
        create: {
          taxCode: String(1_000_000_000 + next() + Math.floor(Math.random() * 8_000_000) * 1_000).slice(0, 10),
          slug: `${slugify(nameVi)}-${unique()}`,
          nameVi,
          parkId,
          investorCountry: "VN",
          headcount: 500,
          lifecycle: more.lifecycle ?? "OPERATING",
          verifiedAt: more.verified === false ? null : new Date("2024-01-01T00:00:00Z"),
        },
      },
    },
  });
  if (more.member)
    await db().membership.create({
      data: {
        role: "OWNER",
        organisation: { connect: { id: organisation.id } },
        user: { create: { email: `nhan-su-${unique()}@congty.example`, fullName: "Nhân sự thử" } },
      },
    });
  return organisation;
}

export async function createOccupation(nameVi = "Lắp ráp điện tử") {
  return db().occupation.create({
    data: { scheme: "VSCO-2020", code: unique(), nameVi, nameEn: "Assembler", synonyms: [] },
  });
}

/** A complete position for unskilled workers, above any wage floor. */
export const sampleContent = (parkId: number, more: Partial<VacancyContent> = {}): VacancyContent => ({
  ...emptyVacancy(parkId),
  titleVi: "Công nhân lắp ráp linh kiện điện tử",
  headcount: 10,
  unskilled: more.headcount ?? 10,
  wageBase: 5_800_000,
  wageMin: 7_500_000,
  wageMax: 10_000_000,
  contractType: "FIXED_TERM",
  shift: "TWO_SHIFTS",
  descriptionVi: "Lắp ráp và kiểm tra linh kiện điện tử theo hướng dẫn.",
  requirementsVi: "Đủ 18 tuổi, tốt nghiệp THCS trở lên.",
  contactPhone: "0225 3 000 000",
  deadline: "2099-12-31",
  ...more,
});

/** A vacancy in any state, with its submitted versions where the state implies one. */
export async function createVacancy(
  of: { enterpriseId: number; parkId: number; batchId?: number | null; status?: VacancyStatus; now?: Date },
  more: Partial<VacancyContent> = {},
) {
  const content = sampleContent(of.parkId, more);
  const now = of.now ?? new Date();
  const status = of.status ?? "SUBMITTED";
  const submitted = status !== "DRAFT";
  const published = ["PUBLISHED", "FILLED", "EXPIRED"].includes(status);
  const vacancy = await db().vacancy.create({
    data: {
      ...columnsOf(content),
      enterpriseId: of.enterpriseId,
      batchId: of.batchId ?? null,
      status,
      slug: slugify(content.titleVi),
      verifyCode: randomUUID().slice(0, 12),
      submissionNo: submitted ? 1 : 0,
      submittedAt: submitted ? now : null,
      approvedAt: status === "APPROVED" || published ? now : null,
      publishedAt: published ? now : null,
      updatedAt: now,
      ...(submitted && { versions: { create: { no: 1, content, submittedAt: now } } }),
    },
  });
  return { ...vacancy, content: contentOf(vacancy) };
}

/** A batch; its window is the day of `collectFrom` unless said otherwise. */
export async function createBatchRow(fields: {
  collectFrom: Day;
  collectTo?: Day;
  status?: BatchStatus;
  no?: number;
  month?: number;
  asOf?: Day;
}) {
  const { collectFrom, collectTo = collectFrom } = fields;
  return db().vacancyBatch.create({
    data: {
      year: Number(collectFrom.slice(0, 4)),
      month: fields.month ?? Number(collectFrom.slice(5, 7)),
      no: fields.no ?? next(),
      status: fields.status ?? "COLLECTING",
      asOf: dayToDate(fields.asOf ?? collectTo),
      collectFrom: dayToDate(collectFrom),
      collectTo: dayToDate(collectTo),
    },
  });
}
