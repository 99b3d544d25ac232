import { projectAnswer } from "@/lib/cohorts/projection-commands";
import { dayToDate } from "@/lib/core/day";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { SchoolKind } from "@/lib/db/generated/enums";

let count = 0;

/** A school of the register. */
export async function createSchool(more: { kind?: SchoolKind; province?: string; nameVi?: string } = {}) {
  const nameVi = more.nameVi ?? `Trường Thử Nghiệm ${++count}`;
  const { id } = await db().organisation.create({ data: { kind: "SCHOOL", nameVi } });
  return db().school.create({ data: { slug: `truong-thu-${id}`, ...more, id, nameVi } });
}

/** A call of a year that is open, on the form that the portal brings along; nobody owes it before `acceptAnswer`. */
export async function createCall(year: number) {
  const form = await db().reportForm.findUniqueOrThrow({
    where: { code: "school-data" },
    include: { versions: { where: { state: "IN_FORCE" } } },
  });
  const version = form.versions[0];
  if (!version) throw new Error("the school form is not in force");
  const [from, to] = [`${year}-01-01`, `${year}-12-31`];
  const obligation = await db().obligation.create({
    data: {
      ...{ code: `dot-${year}-${++count}`, nameVi: `Đợt ${year}`, nameEn: `Call ${year}`, citation: "Công văn thử" },
      ...{ validFrom: dayToDate(from), keptFrom: dayToDate(from), opensDaysBefore: 30, formId: form.id },
      ...{ audience: { kind: "schools" }, recurrence: { kind: "once", coversFrom: from, coversTo: to, dueOn: to } },
      ...{ reviewer: "LABOUR_OFFICER", ladder: [], state: "LIVE", secondPerson: true },
      periods: {
        create: {
          ...{ slot: "once", coversFrom: dayToDate(from), coversTo: dayToDate(to), opensOn: dayToDate(from) },
          ...{ nominalDueOn: dayToDate(to), dueOn: dayToDate(to), formVersionId: version.id },
        },
      },
      dataCall: { create: { year, state: "OPEN", openedAt: dayToDate(from) } },
    },
    include: { periods: true, dataCall: true },
  });
  const [period] = obligation.periods;
  if (!period || !obligation.dataCall) throw new Error("a call without its period");
  return { id: obligation.dataCall.id, year, obligationId: obligation.id, periodId: period.id, versionId: version.id };
}

/** A school's answer as it was handed in and accepted; again, it takes the place of the one before. */
export async function acceptAnswer(
  call: Awaited<ReturnType<typeof createCall>>,
  schoolId: number,
  content: Prisma.InputJsonObject,
  at = new Date(`${call.year}-06-01T09:00:00+07:00`),
) {
  const where = { periodId_organisationId: { periodId: call.periodId, organisationId: schoolId } };
  const assignment = await db().reportAssignment.upsert({
    where,
    create: { periodId: call.periodId, organisationId: schoolId, dueOn: dayToDate(`${call.year}-12-31`) },
    update: {},
    include: { _count: { select: { submissions: true } } },
  });
  return db().$transaction(async (tx) => {
    const submission = await tx.reportSubmission.create({
      data: {
        ...{ assignmentId: assignment.id, no: assignment._count.submissions + 1, formVersionId: call.versionId },
        ...{ content, submittedAt: at, outcome: "ACCEPTED", decidedAt: at },
      },
    });
    await tx.reportAssignment.update({
      where: { id: assignment.id },
      data: { state: "ACCEPTED", submittedAt: at, daysLate: 0, decidedAt: at },
    });
    await projectAnswer(tx, { obligationId: call.obligationId, organisationId: schoolId, submission }, at);
    return { assignmentId: assignment.id, submissionId: submission.id };
  });
}
