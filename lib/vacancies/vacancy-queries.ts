import { fold } from "@/lib/core/text";
import { db, type Prisma } from "@/lib/db/client";
import type { VacancyStatus } from "@/lib/db/generated/enums";
import { contentOf, contentOfVersion, contentSelect } from "./content";
import { type ListQuery, type ListTab, listTabNames, listTabs, rowsPerPage } from "./desk-list";
import type { VacancyContent } from "./schema";

const rowSelect = {
  id: true,
  version: true,
  status: true,
  titleVi: true,
  titleEn: true,
  headcount: true,
  filledCount: true,
  wageMin: true,
  wageMax: true,
  wageNegotiable: true,
  deadline: true,
  publishedAt: true,
  submissionNo: true,
  updatedAt: true,
  batch: { select: { year: true, no: true, month: true } },
} satisfies Prisma.VacancySelect;

export type DeskRow = Prisma.VacancyGetPayload<{ select: typeof rowSelect }>;
export { rowSelect as deskRowSelect };

const orders = {
  changed: (direction) => [{ updatedAt: direction }, { id: "desc" }],
  title: (direction) => [{ titleVi: direction }, { id: "desc" }],
  headcount: (direction) => [{ headcount: direction }, { id: "desc" }],
  deadline: (direction) => [{ deadline: { sort: direction, nulls: "last" } }, { id: "desc" }],
} satisfies Record<ListQuery["sort"], (direction: Prisma.SortOrder) => Prisma.VacancyOrderByWithRelationInput[]>;

/** Ids of the enterprise's vacancies that say all the words, with or without diacritics, beginnings included. */
async function matching(enterpriseId: number, q: string): Promise<number[]> {
  const words = fold(q)
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .slice(0, 10);
  if (words.length === 0) return [];
  const query = words.map((word) => `${word}:*`).join(" & ");
  const rows = await db().$queryRaw<{ id: number }[]>`
    select id from "Vacancy"
    where "enterpriseId" = ${enterpriseId} and "searchVector" @@ to_tsquery('simple', ${query})
    order by id desc limit 2000`;
  return rows.map((row) => row.id);
}

export type DeskList = {
  rows: DeskRow[];
  total: number;
  pages: number;
  /** How many each tab holds, regardless of the search. */
  counts: Record<ListTab, number>;
};

/** One page of an enterprise's vacancies. */
export async function deskList(enterpriseId: number, query: ListQuery): Promise<DeskList> {
  const states = listTabs[query.tab];
  const where: Prisma.VacancyWhereInput = {
    enterpriseId,
    ...(states && { status: { in: [...states] } }),
    ...(query.q && { id: { in: await matching(enterpriseId, query.q) } }),
  };
  const [rows, total, groups] = await Promise.all([
    db().vacancy.findMany({
      where,
      select: rowSelect,
      orderBy: orders[query.sort](query.direction),
      skip: (query.page - 1) * rowsPerPage,
      take: rowsPerPage,
    }),
    db().vacancy.count({ where }),
    db().vacancy.groupBy({ by: ["status"], where: { enterpriseId }, _count: true }),
  ]);
  const inState = (status: VacancyStatus) => groups.find((group) => group.status === status)?._count ?? 0;
  const all = groups.reduce((sum, group) => sum + group._count, 0);
  const counts = Object.fromEntries(
    listTabNames.map((tab) => [tab, listTabs[tab]?.reduce((sum, status) => sum + inState(status), 0) ?? all]),
  ) as Record<ListTab, number>;
  return { rows, total, pages: Math.max(1, Math.ceil(total / rowsPerPage)), counts };
}

const detailSelect = {
  ...rowSelect,
  ...contentSelect,
  id: true,
  enterpriseId: true,
  batchId: true,
  slug: true,
  verifyCode: true,
  submittedAt: true,
  approvedAt: true,
  closedAt: true,
  createdAt: true,
  copiedFromId: true,
  withdrawalNote: true,
  assignedTo: { select: { fullName: true } },
  versions: {
    orderBy: { no: "desc" },
    take: 20,
    select: { no: true, content: true, submittedAt: true, submittedById: true },
  },
  decisions: {
    orderBy: { id: "desc" },
    take: 20,
    select: { id: true, versionNo: true, outcome: true, reasons: true, at: true },
  },
} satisfies Prisma.VacancySelect;

/** A vacancy of the enterprise with its versions and decisions, newest first; null when it has none such. */
export async function deskVacancy(enterpriseId: number, id: number) {
  const row = await db().vacancy.findFirst({ where: { id, enterpriseId }, select: detailSelect });
  if (!row) return null;
  const versions = row.versions.map((version) => ({ ...version, content: contentOfVersion(version.content) }));
  return { ...row, content: contentOf(row), versions };
}
export type DeskVacancy = NonNullable<Awaited<ReturnType<typeof deskVacancy>>>;

/** Names of the occupations and parks that contents point to, in a language. */
export async function namesOf(contents: VacancyContent[], locale: "vi" | "en") {
  const ids = (values: (number | null)[]) => [...new Set(values.filter((value) => value !== null))];
  const name = locale === "vi" ? "nameVi" : "nameEn";
  const [occupations, parks] = await Promise.all([
    db().occupation.findMany({
      where: { id: { in: ids(contents.map((content) => content.occupationId)) } },
      select: { id: true, nameVi: true, nameEn: true },
    }),
    db().industrialPark.findMany({
      where: { id: { in: ids(contents.map((content) => content.parkId)) } },
      select: { id: true, nameVi: true, nameEn: true },
    }),
  ]);
  return {
    occupations: Object.fromEntries(occupations.map((row) => [row.id, row[name]])),
    parks: Object.fromEntries(parks.map((row) => [row.id, row[name]])),
  };
}

/** Acts of people of the enterprise and of HEZA on a vacancy, newest first; each typed-while-saving is no act. */
export async function actsOn(vacancyId: number) {
  const entries = await db().auditEntry.findMany({
    where: {
      subjectType: "vacancy",
      subjectId: String(vacancyId),
      outcome: "ok",
      command: { notIn: ["vacancies.saveDraft"] },
    },
    orderBy: { id: "desc" },
    take: 50,
    select: { id: true, at: true, command: true, userId: true, organisationId: true, detail: true },
  });
  const users = await db().user.findMany({
    where: { id: { in: [...new Set(entries.map((entry) => entry.userId).filter((id) => id !== null))] } },
    select: { id: true, fullName: true, staffRole: true },
  });
  return entries.map(({ id, userId, ...entry }) => {
    const by = users.find((user) => user.id === userId);
    return { ...entry, id: Number(id), by: by ? { name: by.fullName, ofAuthority: by.staffRole !== null } : null };
  });
}

/** Parks for the form's list, by name. */
export const parkChoices = () =>
  db().industrialPark.findMany({ orderBy: { nameVi: "asc" }, select: { id: true, nameVi: true, nameEn: true } });
