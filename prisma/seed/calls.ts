import { projectAnswer } from "@/lib/cohorts/projection-commands";
import { addDays, type Day, dayOf, dayToDate, endOfDay } from "@/lib/core/day";
import type { Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { loadCalendar } from "@/lib/deadlines/calendar-queries";
import { applyRule } from "@/lib/deadlines/rule-commands";
import { obligationContent } from "@/lib/deadlines/schema";
import { answersSchema } from "@/lib/reports/answers";
import { definitionOf } from "@/lib/reports/definition";
import { sampleSchoolAnswer } from "./school-answers";

const letter = "Công văn của Ban Quản lý gửi các trường đại học, cao đẳng, trung cấp, tháng 3/2023";
const quote =
  "Ban quản lý trân trọng đề nghị các trường cung cấp thông tin, cùng triển khai phối hợp, cập nhật để trao đổi các ý kiến và tiêu chí của các doanh nghiệp cần tuyển dụng và đào tạo lao động";

/** Opens the call of a year as the command would have done on the day `openedOn`. The letter names no day: assumed. */
async function openCall(tx: Tx, year: number, openedOn: Day, dueOn: Day, byUserId: number) {
  const form = await tx.reportForm.findUniqueOrThrow({
    where: { code: "school-data" },
    select: { id: true, versions: { where: { state: "IN_FORCE" }, select: { id: true, definition: true } } },
  });
  const content = obligationContent.parse({
    nameVi: `Cung cấp thông tin đào tạo năm ${year}`,
    nameEn: `School data call ${year}`,
    citation: letter,
    quote,
    verified: false,
    validFrom: openedOn,
    audience: { kind: "schools" },
    recurrence: { kind: "once", coversFrom: `${year}-01-01`, coversTo: `${year}-12-31`, dueOn },
    dayOffRule: "NEXT_WORKING_DAY",
    opensDaysBefore: Math.round((dayToDate(dueOn).getTime() - dayToDate(openedOn).getTime()) / 86_400_000),
    formId: form.id,
    reviewer: "LABOUR_OFFICER",
    ladder: [
      { step: -7, act: "MESSAGE" },
      { step: 1, act: "MESSAGE" },
      { step: 5, act: "PHONE" },
    ],
  });
  const opened = new Date(`${openedOn}T09:00:00+07:00`);
  const obligation = await tx.obligation.create({
    data: {
      ...content,
      code: `thong-tin-dao-tao-${year}`,
      validFrom: dayToDate(openedOn),
      validTo: null,
      keptFrom: dayToDate(openedOn),
      state: "LIVE",
      secondPerson: true,
      createdAt: opened,
      dataCall: { create: { year, state: "OPEN", openedAt: opened, createdAt: opened, createdById: byUserId } },
    },
  });
  await applyRule(tx, obligation, opened, await loadCalendar(tx));
  const version = form.versions[0];
  if (!version) throw new Error("the school form has no version in force");
  return {
    obligationId: obligation.id,
    version: { id: version.id, schema: answersSchema(definitionOf(version.definition)) },
  };
}

type Call = Awaited<ReturnType<typeof openCall>>;

/** A school hands its answer in, and with `acceptedAt` a reader of the Authority accepts it. */
async function answer(
  tx: Tx,
  call: Call,
  school: { id: number; nameVi: string; which: number },
  year: number,
  at: Date,
  by: { readerId: number; acceptedAt: Date | null },
) {
  const content = call.version.schema.parse(
    sampleSchoolAnswer(school.which, school.nameVi, year),
  ) as Prisma.InputJsonObject;
  const assignment = await tx.reportAssignment.findFirstOrThrow({
    where: { organisationId: school.id, period: { obligationId: call.obligationId } },
  });
  const decided = by.acceptedAt && { outcome: "ACCEPTED" as const, decidedById: by.readerId, decidedAt: by.acceptedAt };
  const submission = await tx.reportSubmission.create({
    data: { assignmentId: assignment.id, no: 1, formVersionId: call.version.id, content, submittedAt: at, ...decided },
  });
  await tx.reportAssignment.update({
    where: { id: assignment.id },
    data: {
      state: by.acceptedAt ? "ACCEPTED" : "SUBMITTED",
      submittedAt: at,
      daysLate: 0,
      decidedAt: by.acceptedAt,
      version: { increment: 1 },
    },
  });
  if (by.acceptedAt)
    await projectAnswer(tx, { obligationId: call.obligationId, organisationId: school.id, submission }, by.acceptedAt);
}

const schoolsOf = async (tx: Tx) =>
  (await tx.school.findMany({ orderBy: { id: "asc" }, take: 2, select: { id: true, nameVi: true } })).map(
    (school, which) => ({ ...school, which }),
  );

/** The call of the year before: both schools answered, both were accepted. */
export async function seedPastCall(tx: Tx, readerId: number, now: Date): Promise<void> {
  const year = Number(dayOf(now).slice(0, 4)) - 1;
  const call = await openCall(tx, year, `${year}-03-03`, `${year}-04-15`, readerId);
  for (const school of await schoolsOf(tx))
    await answer(tx, call, school, year, endOfDay(`${year}-04-${10 + school.which}`), {
      readerId,
      acceptedAt: endOfDay(`${year}-04-22`),
    });
}

/** The call of this year, open still: one school has yet to answer, the other's answer waits for its reader. */
export async function seedPresentCall(tx: Tx, readerId: number, now: Date): Promise<void> {
  const today = dayOf(now);
  const year = Number(today.slice(0, 4));
  const call = await openCall(tx, year, addDays(today, -20), addDays(today, 25), readerId);
  for (const school of (await schoolsOf(tx)).filter(({ which }) => which === 1))
    await answer(tx, call, school, year, endOfDay(addDays(today, -3)), { readerId, acceptedAt: null });
}
