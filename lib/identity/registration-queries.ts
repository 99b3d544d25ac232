import { db, type Prisma } from "@/lib/db/client";

const perPage = 50;

/** One page of registrations: the waiting ones, oldest first, or the decided ones, latest first. */
export async function registrations(which: "open" | "decided", page: number) {
  const where: Prisma.EnterpriseRegistrationWhereInput =
    which === "open" ? { status: "PENDING" } : { status: { not: "PENDING" } };
  const [total, open, rows] = await Promise.all([
    db().enterpriseRegistration.count({ where }),
    db().enterpriseRegistration.count({ where: { status: "PENDING" } }),
    db().enterpriseRegistration.findMany({
      where,
      orderBy: which === "open" ? { id: "asc" } : { decidedAt: "desc" },
      skip: (page - 1) * perPage,
      take: perPage,
      select: {
        id: true,
        nameVi: true,
        taxCode: true,
        status: true,
        createdAt: true,
        applicant: { select: { fullName: true } },
      },
    }),
  ]);
  return { rows, open, pages: Math.max(1, Math.ceil(total / perPage)) };
}

/** A registration with who applied and how it was decided; null when there is none. */
export function registrationById(id: number) {
  return db().enterpriseRegistration.findUnique({
    where: { id },
    include: {
      applicant: { select: { fullName: true, email: true } },
      park: { select: { nameVi: true, nameEn: true } },
      decidedBy: { select: { fullName: true } },
      enterprise: { select: { id: true, nameVi: true, nameEn: true } },
    },
  });
}

export type Candidate = {
  id: number;
  taxCode: string;
  nameVi: string;
  parkVi: string;
  parkEn: string;
  owners: number;
  /** Why it is proposed: the same code, the same first ten digits, or a name that is alike. */
  because: "taxCode" | "branch" | "name";
};

/**
 * Enterprises of the register that a registration may be about: by its tax code, by the head office's, by likeness of the
 * name (trigrams over the folded text, an index serves it), at most eight, the surest first. With `text` those whose name
 * or code holds it, for when none was proposed.
 */
export function candidates(registration: { taxCode: string; nameVi: string }, text?: string): Promise<Candidate[]> {
  const main = registration.taxCode.slice(0, 10);
  const like = text || registration.nameVi;
  return db().$queryRaw<Candidate[]>`
    WITH wanted AS MATERIALIZED (SELECT vi_norm(${like}) AS words)
    SELECT e."id", e."taxCode", e."nameVi", p."nameVi" AS "parkVi", p."nameEn" AS "parkEn",
      (SELECT count(*)::int FROM "Membership" m WHERE m."organisationId" = e."id" AND m."role" = 'OWNER') AS "owners",
      CASE WHEN e."taxCode" = ${registration.taxCode} THEN 'taxCode'
           WHEN left(e."taxCode", 10) = ${main} THEN 'branch' ELSE 'name' END AS "because"
    FROM "Enterprise" e JOIN "IndustrialPark" p ON p."id" = e."parkId", wanted
    WHERE e."taxCode" = ${registration.taxCode} OR e."taxCode" LIKE ${`${main}%`} OR wanted.words <% e."searchText"
      OR (${text ?? ""} <> '' AND e."searchText" LIKE '%' || wanted.words || '%')
    ORDER BY (e."taxCode" = ${registration.taxCode}) DESC, (left(e."taxCode", 10) = ${main}) DESC,
      word_similarity(wanted.words, e."searchText") DESC, e."id"
    LIMIT 8`;
}
