import { db } from "@/lib/db/client";
import { checkDigit } from "@/lib/organisations/taxCode";
import { createPark } from "../../factories/vacancies";

/** Rows that the table's section of places and organisations names. */

export const registerKeepers = ["labourOfficer", "labourHead", "investment", "supervision", "admin"] as const;
export const contactKeepers = [
  "enterpriseOwner",
  "enterpriseMember",
  "schoolOwner",
  "schoolMember",
  "labourOfficer",
  "labourHead",
  "supervision",
  "employmentCentre",
  "admin",
] as const;

let count = 0;

/** A tax code that nobody has, with its check digit. */
function freshTaxCode(): string {
  for (;;) {
    const nine = String(200_700_000 + ++count).padStart(9, "0");
    const digit = checkDigit(nine);
    if (digit !== null) return `${nine}${digit}`;
  }
}

/** The register's entry of an organisation, made when it has none; `seen` is what a screen knows of it. */
export async function registered(organisationId: number) {
  const found = await db().enterprise.findUnique({ where: { id: organisationId } });
  const { nameVi } = await db().organisation.findUniqueOrThrow({ where: { id: organisationId } });
  const row =
    found ??
    (await db().enterprise.create({
      data: {
        id: organisationId,
        taxCode: freshTaxCode(),
        slug: `thu-${organisationId}`,
        nameVi,
        parkId: (await createPark()).id,
        investorCountry: "VN",
      },
    }));
  return { row, seen: { id: row.id, version: row.version } };
}

const nobodys = { id: 2_000_000_000, version: 1 };
export const missing = () => nobodys;

/** What the form of an entry sends. */
export const entryOf = ({ row, seen }: Awaited<ReturnType<typeof registered>>) => ({
  ...seen,
  taxCode: row.taxCode,
  nameVi: row.nameVi,
  parkId: row.parkId,
  investorCountry: "KR",
  headcount: 12,
  hasUnion: false,
  hasAgreement: false,
});

export const lifecycleMove = {
  move: "start",
  effectiveOn: "2024-01-02",
  documentNumber: "12/BQL-ĐT",
  documentDate: "2024-01-02",
};

export const contactAt = (organisationId: number) => ({
  organisationId,
  purpose: "recruitment",
  fullName: "Táo Gia Lộc",
  phone: "0225 3 000 001",
});

export async function aContact(organisationId: number) {
  await registered(organisationId);
  const { id } = await db().contactPoint.create({ data: contactAt(organisationId) });
  return { id, organisationId };
}

export async function aPark() {
  const { id } = await createPark();
  return {
    parkId: id,
    region: "I",
    validFrom: "2030-01-01",
    citation: "Nghị định thử",
    verified: false,
    latest: "2020-01-01",
  };
}
