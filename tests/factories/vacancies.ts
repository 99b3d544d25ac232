<<<<<<< HEAD
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
    data: { scheme: "VSCO", code: unique(), nameVi, nameEn: "Assembler", synonyms: [] },
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
=======
import { randomInt, randomUUID } from "node:crypto";
import { dayToDate } from "@/lib/core/day";
import { db } from "@/lib/db/client";
import type { BatchStatus, EnterpriseLifecycle, VacancyStatus } from "@/lib/db/generated/enums";
import type { Person } from "@/lib/identity/actor";
import { columnsOf } from "@/lib/vacancies/content";
import { emptyVacancy, type VacancyContent } from "@/lib/vacancies/schema";

const unique = () => randomUUID().slice(0, 8);

/** A park in wage region I from 2020 on. */
export async function createPark() {
  const code = unique();
  return db().industrialPark.create({
    data: {
      code,
      slug: `kcn-${code}`,
      nameVi: `Khu công nghiệp thử ${code}`,
      nameEn: `Test Park ${code}`,
      shortNameVi: `KCN ${code}`,
      shortNameEn: `Park ${code}`,
      confidence: "L",
      wageRegions: {
        create: { region: "I", validFrom: dayToDate("2020-01-01"), citation: "Phụ lục thử", verified: true },
      },
    },
  });
}

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

export async function createEnterprise(
  given: { parkId?: number; lifecycle?: EnterpriseLifecycle; verified?: boolean; headcount?: number } = {},
) {
  const parkId = given.parkId ?? (await createPark()).id;
  const code = unique();
  const nameVi = `Công ty TNHH Thử nghiệm ${code}`;
  const organisation = await db().organisation.create({ data: { kind: "ENTERPRISE", nameVi } });
  return db().enterprise.create({
    data: {
      id: organisation.id,
      taxCode: String(randomInt(10 ** 9, 10 ** 10)),
      slug: `cong-ty-${code}`,
      nameVi,
      parkId,
      investorCountry: "VN",
      headcount: given.headcount ?? 500,
      lifecycle: given.lifecycle ?? "OPERATING",
      verifiedAt: given.verified === false ? null : new Date("2024-01-01T00:00:00Z"),
    },
  });
}

/** A person of the enterprise's HR, as an actor. */
export async function createRecruiter(enterprise: { id: number; nameVi: string }): Promise<Person> {
  const user = await db().user.create({
    data: { email: `${unique()}@hezaworks.example`, fullName: "Phạm Thị Thử" },
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

let batches = 0;

/** A batch; numbers count up, so that two never collide. */
export async function createBatch(given: { from: string; to: string; status?: BatchStatus }) {
  const status = given.status ?? "COLLECTING";
  return db().vacancyBatch.create({
    data: {
      year: Number(given.from.slice(0, 4)),
      no: ++batches,
      month: Number(given.from.slice(5, 7)),
      status,
      asOf: dayToDate(given.to),
      collectFrom: dayToDate(given.from),
      collectTo: dayToDate(given.to),
      ...(["PUBLISHED", "CLOSED"].includes(status) && { publishedAt: dayToDate(given.to) }),
    },
  });
}

export async function createOccupation() {
  const code = unique();
  return db().occupation.create({
    data: {
      code,
      scheme: "VSCO-2020",
      nameVi: "Thợ lắp ráp thiết bị điện tử",
      nameEn: "Electronic equipment assemblers",
      synonyms: ["công nhân điện tử"],
    },
  });
}

/** A complete content, as an enterprise submits it. */
export const completeContent = (parkId: number, occupationId: number): VacancyContent => ({
  ...emptyVacancy(parkId),
  titleVi: "Công nhân lắp ráp linh kiện điện tử",
  occupationId,
  headcount: 12,
  unskilled: 10,
  college: 2,
  wageBase: 5_500_000,
  wageMin: 7_500_000,
  wageMax: 9_000_000,
  contractType: "FIXED_TERM",
  shift: "TWO_SHIFTS",
  bus: true,
  busRoutes: "Thủy Nguyên, An Dương",
  descriptionVi: "Lắp ráp và kiểm tra bản mạch theo hướng dẫn trong chuyền.",
  requirementsVi: "Tốt nghiệp THCS trở lên, làm được ca.",
  contactPhone: "0225 000 0000",
  deadline: "2026-12-24",
});

/** A vacancy written directly, in any state. */
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
      verifyCode: unique().toUpperCase(),
      updatedAt: new Date("2026-11-05T02:00:00Z"),
>>>>>>> 5feaba6 (test(vacancies): the desk's commands on PostgreSQL)
    },
  });
}
