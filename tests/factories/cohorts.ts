import { randomUUID } from "node:crypto";
import { type Day, dayToDate } from "@/lib/core/day";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { SchoolKind } from "@/lib/db/generated/enums";
import { answersSchema } from "@/lib/reports/answers";
import { definitionOf } from "@/lib/reports/definition";
import { sampleSchoolAnswer } from "@/prisma/seed/school-answers";
import { obligation } from "./deadlines";

/** A school of the register. */
export async function createSchool(more: { nameVi?: string; kind?: SchoolKind; province?: string } = {}) {
  const nameVi = more.nameVi ?? `Trường Thử ${randomUUID().slice(0, 8)}`;
  const { id } = await db().organisation.create({ data: { kind: "SCHOOL", nameVi } });
  return db().school.create({ data: { id, slug: `truong-thu-${id}`, nameVi, ...more } });
}

/** An open call of a year that the schools owe: on the built-in form (loadReferenceData), due on 15 April of that year. */
export async function openCall(year: number, schoolIds: number[], { secondPerson = false } = {}) {
  const form = await db().reportForm.findUniqueOrThrow({
    where: { code: "school-data" },
    select: { id: true, versions: { where: { state: "IN_FORCE" }, select: { id: true, definition: true } } },
  });
  const version = form.versions[0];
  if (!version) throw new Error("the school form is not in force");
  const day = (monthDay: string): Day => `${year}-${monthDay}`;
  const content = obligation(form.id, {
    nameVi: `Cung cấp thông tin đào tạo năm ${year}`,
    audience: { kind: "organisations", ids: schoolIds },
    recurrence: { kind: "once", coversFrom: day("01-01"), coversTo: day("12-31"), dueOn: day("04-15") },
    validFrom: day("01-01"),
    validTo: null,
  });
  const opened = new Date(`${day("03-01")}T09:00:00+07:00`);
  const { id: obligationId, periods } = await db().obligation.create({
    data: {
      ...content,
      code: `goi-${year}-${randomUUID().slice(0, 8)}`,
      validFrom: dayToDate(content.validFrom),
      validTo: null,
      keptFrom: dayToDate(day("01-01")),
      state: "LIVE",
      secondPerson,
      dataCall: { create: { year, state: "OPEN", openedAt: opened } },
      periods: {
        create: {
          slot: "once",
          coversFrom: dayToDate(day("01-01")),
          coversTo: dayToDate(day("12-31")),
          opensOn: dayToDate(day("03-01")),
          nominalDueOn: dayToDate(day("04-15")),
          dueOn: dayToDate(day("04-15")),
          formVersionId: version.id,
          assignments: {
            create: schoolIds.map((organisationId) => ({ organisationId, dueOn: dayToDate(day("04-15")) })),
          },
        },
      },
    },
    select: { id: true, periods: { select: { assignments: { select: { id: true, organisationId: true } } } } },
  });
  const schema = answersSchema(definitionOf(version.definition));
  const assignments = new Map(
    periods.flatMap((period) => period.assignments).map(({ id, organisationId }) => [organisationId ?? 0, id]),
  );
  return { obligationId, year, formVersionId: version.id, schema, assignments };
}

export type OpenCall = Awaited<ReturnType<typeof openCall>>;

/**
 * A school's answer as it waits for its reader: what the sample's college answers for the year, or `content`.
 *
 * @returns the report as a screen would have shown it
 */
export async function submitted(call: OpenCall, schoolId: number, content?: Record<string, unknown>) {
  const id = call.assignments.get(schoolId) ?? 0;
  const answers = call.schema.parse(
    content ?? sampleSchoolAnswer(0, "Trường thử", call.year),
  ) as Prisma.InputJsonObject;
  const at = new Date(`${call.year}-04-01T09:00:00+07:00`);
  const no = 1 + (await db().reportSubmission.count({ where: { assignmentId: id } }));
  await db().reportSubmission.create({
    data: { assignmentId: id, no, formVersionId: call.formVersionId, content: answers, submittedAt: at },
  });
  const { version } = await db().reportAssignment.update({
    where: { id },
    data: { state: "SUBMITTED", submittedAt: at, daysLate: 0, version: { increment: 1 } },
  });
  return { id, version };
}
