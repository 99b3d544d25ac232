import { dayOf, dayToDate } from "@/lib/core/day";
import { db } from "@/lib/db/client";
import type { DataCallState } from "@/lib/db/generated/enums";
import { createForm } from "../../factories/deadlines";
import type { ActorName, PersonName } from "./actors";

const nowhere = 2_000_000_000;
const reason = "Thử quyền";
const keepers = ["labourOfficer", "labourHead"] as const satisfies readonly ActorName[];
/** Staff who read what schools answered. */
export const schoolDataReaders: readonly PersonName[] = [...keepers, "leader", "office", "employmentCentre"];
let count = 0;

const letter = {
  ...{ subject: "cung cấp thông tin thử quyền", oneEach: false, signerTitle: null, signerName: null },
  ...{ contactName: null, contactPhone: null },
};

async function aCall(state: DataCallState) {
  const day = dayToDate(dayOf(new Date()));
  // Each of a year of its own: one of a year is open.
  const year = 2001 + count++;
  const call = await db().dataCall.create({
    data: {
      ...{ year, state, letter, openedAt: state === "DRAFT" ? null : day, closedAt: state === "CLOSED" ? day : null },
      obligation: {
        create: {
          ...{ code: `quyen-dot-${year}`, nameVi: "Đợt thử quyền", nameEn: "Call of a trial", citation: "Thử quyền" },
          ...{ validFrom: day, keptFrom: day, opensDaysBefore: 30, formId: await createForm(), ladder: [] },
          ...{
            audience: { kind: "schools" },
            recurrence: { kind: "once", coversFrom: "2026-01-01", coversTo: "2026-12-31", dueOn: "2030-01-07" },
          },
          reviewer: "LABOUR_OFFICER",
        },
      },
    },
  });
  return { id: call.id, version: 1 };
}

const callRow = (state: DataCallState, more: object) => ({
  may: keepers,
  foreign: {
    as: "labourOfficer" as const,
    own: async () => ({ ...(await aCall(state)), ...more }),
    other: () => ({ id: nowhere, version: 1, ...more }),
  },
});
const content = {
  ...{ year: 2099, opensOn: "2026-03-02", dueOn: "2026-04-15", recipients: { kind: "all" }, questions: [] },
  ...{ subject: "cung cấp thông tin thử quyền", oneEach: false, signerTitle: "", signerName: "" },
  ...{ contactName: "", contactPhone: "" },
};

async function aSchool() {
  const name = `Trường thử quyền ${++count}`;
  const { id } = await db().organisation.create({ data: { kind: "SCHOOL", nameVi: name } });
  return db().school.create({ data: { id, slug: `quyen-${id}`, nameVi: name } });
}
const fields = {
  ...{
    nameEn: "",
    kind: "COLLEGE",
    province: "31",
    address: "",
    officeName: "",
    officePhone: "",
    officeEmail: "",
    website: "",
  },
};

async function aDifficulty() {
  const school = await aSchool();
  const call = await aCall("OPEN");
  const day = dayToDate(dayOf(new Date()));
  const { obligationId, year } = await db().dataCall.findUniqueOrThrow({ where: { id: call.id } });
  const { formId } = await db().obligation.findUniqueOrThrow({ where: { id: obligationId } });
  const { id: formVersionId } = await db().reportFormVersion.findFirstOrThrow({ where: { formId } });
  const period = await db().reportingPeriod.create({
    data: { obligationId, slot: "once", coversFrom: day, coversTo: day, opensOn: day, nominalDueOn: day, dueOn: day },
  });
  const assignment = await db().reportAssignment.create({
    data: {
      periodId: period.id,
      organisationId: school.id,
      dueOn: day,
      state: "ACCEPTED",
      submittedAt: day,
      daysLate: 0,
    },
  });
  const submission = await db().reportSubmission.create({
    data: {
      assignmentId: assignment.id,
      no: 1,
      formVersionId,
      content: {},
      submittedAt: day,
      outcome: "ACCEPTED",
      decidedAt: day,
    },
  });
  const answer = await db().cohortAnswer.create({
    data: { schoolId: school.id, callId: call.id, year, submissionId: submission.id, acceptedAt: day },
  });
  const { id } = await db().cohortDifficulty.create({
    data: { answerId: answer.id, no: 0, theme: "OTHER", text: "Thử" },
  });
  return { id, version: 1, state: "IN_PROGRESS", note: reason };
}

export const callCommands = {
  "calls.write": callRow("DRAFT", { content }),
  "calls.remove": callRow("DRAFT", {}),
  "calls.open": callRow("DRAFT", { registerId: 1, issuedOn: "2026-03-02" }),
  "calls.close": callRow("OPEN", { reason }),
  "calls.reopen": callRow("CLOSED", { reason }),
  "difficulties.follow": {
    may: keepers,
    foreign: {
      as: "labourOfficer" as const,
      own: aDifficulty,
      other: () => ({ id: nowhere, version: 1, state: "RESOLVED", note: reason }),
    },
  },
  "schools.write": {
    may: keepers,
    foreign: {
      as: "labourOfficer" as const,
      own: async () => {
        const { id, nameVi } = await aSchool();
        return { ...fields, id, nameVi, version: 1 };
      },
      other: () => ({ ...fields, id: nowhere, nameVi: "Trường không có", version: 1 }),
    },
  },
};

export const callPages = {
  "/staff/school-calls": { sees: schoolDataReaders },
  "/staff/school-calls/new": { sees: keepers },
  "/staff/school-calls/[id]": { sees: schoolDataReaders, path: "/staff/school-calls/1" },
  "/staff/school-figures": { sees: schoolDataReaders },
  "/staff/difficulties": { sees: schoolDataReaders },
  "/staff/schools": { sees: schoolDataReaders },
  "/staff/schools/new": { sees: keepers },
  "/staff/schools/[slug]": { sees: keepers, path: "/staff/schools/truong-cao-dang-nghe-ben-thuyen-giay" },
};
