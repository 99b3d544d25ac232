import { dayToDate } from "@/lib/core/day";
import { slugify } from "@/lib/core/text";
import type { Tx } from "@/lib/db/client";
import type { SchoolKind } from "@/lib/db/generated/enums";
import { hashPassword } from "@/lib/identity/password-hash";
import { checkDigit } from "@/lib/organisations/taxCode";
import { sampleAccounts } from "./accounts";
import { type SampleEnterprise, sampleEnterprises } from "./enterprises";

/** A tax code with a right check digit, from a running number: `020199…`, a range that is plainly a sample's. */
export function sampleTaxCode(serial: number): string {
  for (let number = 20_199_000 + serial * 3; ; number++) {
    const nine = `0${number}`.slice(0, 9).padEnd(9, "0");
    const digit = checkDigit(nine);
    if (digit !== null) return nine + digit;
  }
}

export type SeededEnterprise = SampleEnterprise & { id: number; parkId: number };

/** Writes the invented enterprises with how they came to their present state. */
export async function seedEnterprises(tx: Tx, now: Date): Promise<SeededEnterprise[]> {
  const parks = new Map(
    (await tx.industrialPark.findMany({ select: { id: true, code: true } })).map((p) => [p.code, p.id]),
  );
  const written: SeededEnterprise[] = [];
  for (const [at, enterprise] of sampleEnterprises.entries()) {
    const parkId = parks.get(enterprise.park);
    if (parkId === undefined) throw new Error(`no park ${enterprise.park}`);
    const { nameVi, nameEn } = enterprise;
    const organisation = await tx.organisation.create({ data: { kind: "ENTERPRISE", nameVi, nameEn } });
    await tx.enterprise.create({
      data: {
        id: organisation.id,
        taxCode: sampleTaxCode(at),
        slug: slugify(nameVi.replace(/^Công ty (TNHH|Cổ phần) /, "")),
        nameVi,
        nameEn,
        parkId,
        address: `Lô CN${(at % 9) + 1}`,
        vsicCode: enterprise.vsic,
        vsicVersion: "VSIC 2025, QĐ 36/2025/QĐ-TTg",
        investorCountry: enterprise.country,
        headcount: enterprise.headcount,
        hasUnion: enterprise.union,
        hasAgreement: enterprise.agreement,
        lifecycle: enterprise.lifecycle,
        verifiedAt: enterprise.verified ? now : null,
      },
    });
    await tx.enterpriseLifecycleEvent.createMany({ data: lifecycleOf(enterprise, organisation.id, at) });
    await tx.contactPoint.create({
      data: {
        organisationId: organisation.id,
        purpose: "labour",
        fullName: "Phòng Nhân sự",
        phone: `0225 3 000 ${String(at).padStart(3, "0")}`,
        email: `nhansu-${at + 1}@congtymau.example`,
      },
    });
    written.push({ ...enterprise, id: organisation.id, parkId });
  }
  return written;
}

function lifecycleOf(enterprise: SampleEnterprise, enterpriseId: number, at: number) {
  const event = (day: string, number: number) => ({
    enterpriseId,
    effectiveOn: dayToDate(day),
    documentDate: dayToDate(day),
    documentNumber: `${number}/BQL-MAU`,
  });
  const start = {
    ...event("2019-03-01", 100 + at),
    fromState: null,
    toState: "INVESTING" as const,
    unit: "INVESTMENT" as const,
  };
  if (enterprise.lifecycle === "INVESTING") return [start];
  const operating = {
    ...event("2021-06-15", 300 + at),
    fromState: "INVESTING" as const,
    toState: "OPERATING" as const,
    unit: "INVESTMENT" as const,
  };
  if (enterprise.lifecycle === "OPERATING") return [start, operating];
  const end = {
    ...event("2026-02-10", 500 + at),
    fromState: "OPERATING" as const,
    toState: enterprise.lifecycle,
    unit: "SUPERVISION" as const,
  };
  return [start, operating, end];
}

type SampleSchool = readonly [nameVi: string, nameEn: string, kind: SchoolKind];

const schools: readonly SampleSchool[] = [
  ["Trường Cao đẳng nghề Bến Thuyền Giấy", "Paper Boat Vocational College", "COLLEGE"],
  ["Trường Trung cấp kỹ thuật Cánh Diều", "Kite Technical Intermediate School", "INTERMEDIATE"],
];

/** Where the public reaches a sample school: an office, and an address that does not exist. */
const schoolOffice = (slug: string) => ({
  address: "Số 0 đường Mẫu",
  officeName: "Phòng Đào tạo",
  officePhone: "0225 3 000 900",
  officeEmail: `daotao@${slug}.example`,
  website: `https://${slug}.example`,
});

/** Writes an invented school, and answers its id. */
export async function seedSchool(tx: Tx, [nameVi, nameEn, kind]: SampleSchool): Promise<number> {
  const { id } = await tx.organisation.create({ data: { kind: "SCHOOL", nameVi, nameEn } });
  const slug = slugify(nameVi);
  await tx.school.create({ data: { id, slug, nameVi, nameEn, kind, ...schoolOffice(slug) } });
  return id;
}

/** Sample schools and accounts; answers the account of the labour head, who publishes the sample batches. */
export async function seedAccounts(
  tx: Tx,
  enterprises: SeededEnterprise[],
): Promise<{ headId: number; officerId: number }> {
  const schoolIds: number[] = [];
  for (const school of schools) schoolIds.push(await seedSchool(tx, school));
  const hashes = new Map<string, string>();
  const ids = new Map<string, number>();
  for (const { email, password, fullName, staffRole, organisation = [] } of sampleAccounts) {
    const passwordHash = hashes.get(password) ?? (await hashPassword(password));
    hashes.set(password, passwordHash);
    const user = await tx.user.create({ data: { email, fullName, passwordHash, staffRole: staffRole ?? null } });
    ids.set(staffRole ?? email, user.id);
    for (const { kind, which, role } of organisation) {
      const at = which === "first" ? 0 : 1;
      const organisationId = kind === "ENTERPRISE" ? enterprises[at]?.id : schoolIds[at];
      if (organisationId === undefined) throw new Error(`no ${which} organisation of kind ${kind}`);
      await tx.membership.create({ data: { userId: user.id, organisationId, role } });
    }
  }
  const headId = ids.get("LABOUR_HEAD");
  const officerId = ids.get("LABOUR_OFFICER");
  if (!headId || !officerId) throw new Error("the sample accounts lack the labour department");
  return { headId, officerId };
}

/** A deterministic source of numbers in [0, 1): the same sample on every machine. */
export function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}
