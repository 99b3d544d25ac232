import { db, type Prisma } from "@/lib/db/client";
import type { FormVersionState } from "@/lib/db/generated/enums";
import { definitionOf, type FormDefinition } from "./definition";
import { type FormQuery, formsPerPage } from "./schema";

export type FormLine = {
  id: number;
  code: string;
  nameVi: string;
  nameEn: string;
  citation: string | null;
  verified: boolean;
  /** Number of the version in force; null: none yet. */
  inForce: number | null;
  /** Number of the draft; null: none. */
  draft: number | null;
  obligations: number;
};

const counted = {
  versions: { where: { state: { in: ["IN_FORCE", "DRAFT"] } }, select: { no: true, state: true } },
  _count: { select: { obligations: true } },
} satisfies Prisma.ReportFormSelect;

const lineSelect = {
  id: true,
  code: true,
  nameVi: true,
  nameEn: true,
  citation: true,
  verified: true,
  ...counted,
} satisfies Prisma.ReportFormSelect;

function lineOf({ versions, _count, ...form }: Prisma.ReportFormGetPayload<{ select: typeof lineSelect }>): FormLine {
  const noOf = (state: FormVersionState) => versions.find((one) => one.state === state)?.no ?? null;
  return { ...form, inForce: noOf("IN_FORCE"), draft: noOf("DRAFT"), obligations: _count.obligations };
}

/** The forms by page, in the language's order of names. */
export async function formPage(query: FormQuery, locale: "vi" | "en"): Promise<{ items: FormLine[]; total: number }> {
  const { q, state, sort, direction, page } = query;
  const contains = { contains: q.replace(/[\\%_]/g, "\\$&"), mode: "insensitive" } as const;
  const where: Prisma.ReportFormWhereInput = {
    ...(q && { OR: [{ nameVi: contains }, { nameEn: contains }, { code: contains }] }),
    ...(state && { versions: { some: { state: state === "draft" ? "DRAFT" : "IN_FORCE" } } }),
  };
  const name = sort === "code" ? "code" : locale === "vi" ? "nameVi" : "nameEn";
  const [rows, total] = await Promise.all([
    db().reportForm.findMany({
      where,
      select: lineSelect,
      orderBy: [{ [name]: direction }, { id: "asc" }],
      skip: (page - 1) * formsPerPage,
      take: formsPerPage,
    }),
    db().reportForm.count({ where }),
  ]);
  return { items: rows.map(lineOf), total };
}

export type FormVersionLine = {
  id: number;
  no: number;
  state: FormVersionState;
  version: number;
  createdBy: string | null;
  createdAt: string;
  inForceAt: string | null;
  /** Answers that were handed in on it. */
  submissions: number;
};

/** A form with its versions, newest first; null when there is none. */
export async function formWithVersions(id: number): Promise<(FormLine & { versions: FormVersionLine[] }) | null> {
  const row = await db().reportForm.findUnique({ where: { id }, select: lineSelect });
  if (!row) return null;
  const versions = await db().reportFormVersion.findMany({
    where: { formId: id },
    orderBy: { no: "desc" },
    take: 200,
    select: {
      id: true,
      no: true,
      state: true,
      version: true,
      createdAt: true,
      inForceAt: true,
      createdBy: { select: { fullName: true } },
      _count: { select: { submissions: true } },
    },
  });
  return {
    ...lineOf(row),
    versions: versions.map(({ createdBy, createdAt, inForceAt, _count, ...one }) => ({
      ...one,
      createdBy: createdBy?.fullName ?? null,
      createdAt: createdAt.toISOString(),
      inForceAt: inForceAt?.toISOString() ?? null,
      submissions: _count.submissions,
    })),
  };
}

export type FormVersion = {
  id: number;
  no: number;
  state: FormVersionState;
  version: number;
  definition: FormDefinition;
  form: { id: number; code: string; nameVi: string; nameEn: string; citation: string | null; verified: boolean };
};

const versionSelect = {
  id: true,
  no: true,
  state: true,
  version: true,
  definition: true,
  form: { select: { id: true, code: true, nameVi: true, nameEn: true, citation: true, verified: true } },
} satisfies Prisma.ReportFormVersionSelect;

const versionOf = (row: Prisma.ReportFormVersionGetPayload<{ select: typeof versionSelect }>): FormVersion => ({
  ...row,
  definition: definitionOf(row.definition),
});

/** One version of a form with its questions; null when there is none. */
export async function formVersion(id: number): Promise<FormVersion | null> {
  const row = await db().reportFormVersion.findUnique({ where: { id }, select: versionSelect });
  return row && versionOf(row);
}

/** All forms by name, for a choice. */
export const formChoices = () =>
  db().reportForm.findMany({
    orderBy: { nameVi: "asc" },
    take: 500,
    select: { id: true, code: true, nameVi: true, nameEn: true },
  });
