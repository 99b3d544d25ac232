import { dayToDate } from "@/lib/core/day";
import { slugify } from "@/lib/core/text";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";

let serial = 0;
const next = () => ++serial;

/** A park with what the public site shows of it. */
export function makePark(name: string, more: Partial<Prisma.IndustrialParkUncheckedCreateInput> = {}) {
  const code = `P${next()}`;
  return db().industrialPark.create({
    data: {
      code,
      slug: slugify(name),
      nameVi: `KCN ${name}`,
      nameEn: `${name} Industrial Park`,
      shortNameVi: name,
      shortNameEn: name,
      confidence: "H",
      ...more,
    },
  });
}

/** An operating, verified enterprise in a park. */
export async function makeEnterprise(
  nameVi: string,
  parkId: number,
  more: Partial<Prisma.EnterpriseUncheckedCreateInput> = {},
) {
  const organisation = await db().organisation.create({ data: { kind: "ENTERPRISE", nameVi } });
  return db().enterprise.create({
    data: {
      id: organisation.id,
      taxCode: String(2_000_000_000 + next()),
      slug: `${slugify(nameVi)}-${organisation.id}`,
      nameVi,
      parkId,
      investorCountry: "KR",
      lifecycle: "OPERATING",
      verifiedAt: new Date("2026-01-05T02:00:00Z"),
      ...more,
    },
  });
}

/** A published batch; windows of two batches must not overlap, so each is a month of its own. */
export function makeBatch(no: number) {
  const month = String(no).padStart(2, "0");
  return db().vacancyBatch.create({
    data: {
      year: 2026,
      no,
      month: no,
      status: "PUBLISHED",
      asOf: dayToDate(`2026-${month}-15`),
      collectFrom: dayToDate(`2026-${month}-01`),
      collectTo: dayToDate(`2026-${month}-14`),
      publishedAt: new Date(`2026-${month}-20T02:00:00Z`),
    },
  });
}

/** A published vacancy, open until the end of 2026 unless said otherwise. */
export function makeListing(
  titleVi: string,
  of: { enterpriseId: number; parkId: number; batchId: number },
  more: Partial<Prisma.VacancyUncheckedCreateInput> = {},
) {
  return db().vacancy.create({
    data: {
      ...of,
      status: "PUBLISHED",
      titleVi,
      slug: slugify(titleVi),
      verifyCode: `T${String(next()).padStart(7, "0")}`,
      headcount: 10,
      unskilled: 10,
      wageBase: 5_500_000,
      wageMin: 7_000_000,
      wageMax: 9_000_000,
      contractType: "FIXED_TERM",
      shift: "TWO_SHIFTS",
      descriptionVi: "Làm việc theo hướng dẫn của chuyền trưởng.",
      requirementsVi: "Sức khỏe tốt.",
      contactPhone: "0225 3 000 111",
      deadline: dayToDate("2026-12-31"),
      publishedAt: new Date("2026-11-01T02:00:00Z"),
      ...more,
    },
  });
}
