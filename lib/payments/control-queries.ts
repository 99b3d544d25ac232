import { dateToDay } from "@/lib/core/day";
import { db, type Prisma } from "@/lib/db/client";
import type { ControlState } from "@/lib/db/generated/enums";
import type { FileReader } from "@/lib/files/reader";
import { permissions } from "@/lib/identity/permissions";

export const casesPerPage = 50;
const person = { select: { id: true, fullName: true } } as const;

/** Staff who read controls read what applicants answered with. */
export const controlReader: FileReader<Prisma.UploadedFileWhereInput> = {
  purpose: "control.answer",
  where: (actor) => (permissions.readControls(actor) ? { controls: { some: {} } } : null),
};

const caseInclude = {
  dossier: { select: { code: true, organisation: { select: { id: true, nameVi: true } } } },
  round: { select: { id: true, method: true, year: true, basis: true, state: true } },
  files: { select: { fileName: true, file: { select: { key: true } } } },
  returns: { orderBy: { id: "asc" }, include: { byUser: person } },
  ...{ answeredBy: person, judgedBy: person, decidedBy: person },
} as const satisfies Prisma.ControlCaseInclude;

const shown = ({
  paid,
  amount,
  returned,
  dueOn,
  ...row
}: Prisma.ControlCaseGetPayload<{ include: typeof caseInclude }>) => ({
  ...row,
  ...{ paid: Number(paid), amount: Number(amount), returned: Number(returned) },
  dueOn: dueOn && dateToDay(dueOn),
  returns: row.returns.map((one) => ({ ...one, amount: Number(one.amount), returnedOn: dateToDay(one.returnedOn) })),
});
export type ShownCase = ReturnType<typeof shown>;

async function casesWhere(where: Prisma.ControlCaseWhereInput, page: number) {
  const [rows, total] = await Promise.all([
    db().controlCase.findMany({
      where,
      orderBy: { id: "desc" },
      skip: (page - 1) * casesPerPage,
      take: casesPerPage,
      include: caseInclude,
    }),
    db().controlCase.count({ where }),
  ]);
  return { rows: rows.map(shown), total };
}

/** Cases of samples that were decided on, latest first. */
export const controlCases = (state: ControlState | undefined, page: number) =>
  casesWhere({ round: { state: { not: "REFUSED" } }, ...(state && { state }) }, page);

/** What an organisation is asked, and was. */
export const ownCases = (organisationId: number, page: number) =>
  casesWhere({ dossier: { organisationId }, state: { not: "DRAWN" } }, page);

/** A case; null where there is none. */
export async function controlCase(id: number): Promise<ShownCase | null> {
  const row = await db().controlCase.findUnique({ where: { id }, include: caseInclude });
  return row && shown(row);
}

/** The last samples. */
export async function controlRounds() {
  return db().controlRound.findMany({
    orderBy: { id: "desc" },
    take: 20,
    include: {
      ...{ proposedBy: person, decidedBy: person, organisation: { select: { nameVi: true } } },
      _count: { select: { cases: true } },
    },
  });
}
