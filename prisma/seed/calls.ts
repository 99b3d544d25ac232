import { callLadder } from "@/lib/cohorts/call-commands";
import { projectAnswer } from "@/lib/cohorts/projection-commands";
import { addDays, type Day, dayOf, dayToDate, endOfDay } from "@/lib/core/day";
import type { Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { loadCalendar } from "@/lib/deadlines/calendar-queries";
import { applyRule } from "@/lib/deadlines/rule-commands";
import { obligationContent } from "@/lib/deadlines/schema";
import { answersSchema } from "@/lib/reports/answers";
import { definitionOf } from "@/lib/reports/definition";
import { seedSchool } from "./register";
import { sampleSchoolAnswer } from "./school-answers";

const letter = "Công văn của Ban Quản lý gửi các trường đại học, cao đẳng, trung cấp, tháng 3/2023";
const quote =
  "Ban quản lý trân trọng đề nghị các trường cung cấp thông tin, cùng triển khai phối hợp, cập nhật để trao đổi các ý kiến và tiêu chí của các doanh nghiệp cần tuyển dụng và đào tạo lao động";

/** Nine o'clock in Hải Phòng. */
export const morning = (day: Day) => new Date(`${day}T09:00:00+07:00`);

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
    ladder: callLadder,
  });
  const opened = morning(openedOn);
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

/** Who has not answered: on the register since after the past call, without an account, reached by its contact's address. */
async function seedSilentSchool(tx: Tx): Promise<void> {
  const organisationId = await seedSchool(tx, [
    ...(["Trường Cao đẳng cơ điện Đèn Kéo Quân", "Revolving Lantern Electromechanical College", "COLLEGE"] as const),
  ]);
  await tx.contactPoint.create({
    data: {
      ...{ organisationId, purpose: "training", fullName: "Phòng Đào tạo", phone: "0225 3 000 901" },
      email: "daotao@denkeoquan.example",
    },
  });
}

/** A school has asked for more time, and was given it. */
async function giveTime(tx: Tx, call: Call, schoolId: number, untilOn: Day, at: Date, decidedById: number) {
  const { id } = await tx.reportAssignment.findFirstOrThrow({
    where: { organisationId: schoolId, period: { obligationId: call.obligationId } },
    select: { id: true },
  });
  const dueOn = dayToDate(untilOn);
  const reason = "Đang nhập học kỳ mới, chưa chốt được số sinh viên.";
  await tx.dueExtension.create({
    data: {
      assignmentId: id,
      untilOn: dueOn,
      reason,
      state: "GRANTED",
      requestedAt: at,
      decidedAt: at,
      decidedById,
    },
  });
  await tx.reportAssignment.update({ where: { id }, data: { dueOn, version: { increment: 1 } } });
}

/**
 * The call of this year, open still, its day gone by: one school has more time and has yet to answer, another's answer waits
 * for its reader, the third is late.
 */
export async function seedPresentCall(tx: Tx, readerId: number, now: Date): Promise<void> {
  const today = dayOf(now);
  const year = Number(today.slice(0, 4));
  await seedSilentSchool(tx);
  const call = await openCall(tx, year, addDays(today, -50), addDays(today, -18), readerId);
  for (const school of await schoolsOf(tx))
    if (school.which === 0)
      await giveTime(tx, call, school.id, addDays(today, 25), morning(addDays(today, -21)), readerId);
    else await answer(tx, call, school, year, morning(addDays(today, -19)), { readerId, acceptedAt: null });
}
