import { beforeAll, describe, expect, test } from "vitest";
import type { Result } from "@/lib/core/result";
import { db } from "@/lib/db/client";
import { decideExtension } from "@/lib/reports/extension-commands";
import { owedFirst, owedReport } from "@/lib/reports/owed-queries";
import { acceptReports, returnReport } from "@/lib/reports/review-commands";
import { askSignature, refuseSignature } from "@/lib/reports/sign-commands";
import { saveReport, submitReport } from "@/lib/reports/submission-commands";
import { loadReferenceData } from "@/prisma/seed/reference";
import { sampleSchoolAnswer } from "@/prisma/seed/school-answers";
import { createSchool, openCall, submitted } from "../factories/cohorts";
import { createMember, createStaff } from "../factories/identity";

const now = new Date("2027-04-01T09:00:00+07:00");
let officer: Awaited<ReturnType<typeof createStaff>>;

beforeAll(async () => {
  await loadReferenceData(db());
  officer = await createStaff("LABOUR_OFFICER");
});

function good<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.code} ${JSON.stringify(result.fields)}`);
  return result.value;
}

/** A school with two persons and an open call; `before`: its answer of the year before, accepted. */
async function twoPersons({ before = false, alone = false } = {}) {
  const { id: schoolId } = await createSchool();
  const first = await createMember(schoolId);
  const second = alone ? first : await createMember(schoolId);
  if (before) {
    const past = await openCall(2026, [schoolId]);
    const { id, version } = await submitted(past, schoolId);
    good(await acceptReports(officer, { reports: [{ id, version }] }, { now: new Date("2026-04-20T09:00:00+07:00") }));
  }
  const call = await openCall(2027, [schoolId], { secondPerson: true });
  return { schoolId, first, second, call, id: call.assignments.get(schoolId) ?? 0 };
}

const content = (more: object = {}) => ({ ...sampleSchoolAnswer(0, "Trường thử", 2027), ...more });

describe("a colleague signs", () => {
  test("who asked cannot sign, the colleague reads and hands in, and both stand in the version", async () => {
    const { first, second, id, schoolId } = await twoPersons();
    expect(await submitReport(first, { id, version: 1, content: content() }, { now })).toMatchObject({
      code: "sign_not_asked",
    });
    const asked = good(await askSignature(first, { id, version: 1, content: content() }, { now }));
    expect(asked).toMatchObject({ version: 2, colleagues: 1 });
    expect((await owedFirst(second, now)).items).toMatchObject([{ id, toSign: { byId: first.userId } }]);
    expect(await db().mail.count({ where: { template: "signAsked", toAddress: second.email } })).toBe(1);
    expect(await db().notice.count({ where: { template: "signAsked", userId: second.userId } })).toBe(1);
    expect(await db().mail.count({ where: { template: "signAsked", toAddress: first.email } })).toBe(0);

    expect(await submitReport(first, { id, version: 2 }, { now })).toMatchObject({ code: "same_person" });
    // What is sent along by whoever signs does not count: what was read does.
    const other = content({ presentState: "Người ký gõ thêm" });
    expect(good(await submitReport(second, { id, version: 2, content: other }, { now }))).toMatchObject({ no: 1 });
    const version = await db().reportSubmission.findFirstOrThrow({ where: { assignmentId: id } });
    expect(version).toMatchObject({
      preparedById: first.userId,
      submittedById: second.userId,
      content: { presentState: content().presentState },
    });
    expect(await db().reportAssignment.findUnique({ where: { id } })).toMatchObject({
      state: "SUBMITTED",
      signAskedAt: null,
    });
    expect(await db().contactPoint.findMany({ where: { organisationId: schoolId } })).toMatchObject([
      { purpose: "training", fullName: "Phòng Đào tạo", confirmedAt: now },
    ]);
  });

  test("a change after asking takes the request back, whoever changes; then the other one may sign", async () => {
    const { first, second, id } = await twoPersons();
    good(await askSignature(first, { id, version: 1, content: content() }, { now }));
    good(await saveReport(second, { id, version: 2, content: content({ presentState: "Sửa lại" }) }, { now }));
    expect(await submitReport(second, { id, version: 3 }, { now })).toMatchObject({ code: "sign_not_asked" });
    good(await askSignature(second, { id, version: 3, content: content({ presentState: "Sửa lại" }) }, { now }));
    expect(await submitReport(second, { id, version: 4 }, { now })).toMatchObject({ code: "same_person" });
    good(await submitReport(first, { id, version: 4 }, { now }));
  });

  test("given back with a note: whoever prepared it is told, and reads why", async () => {
    const { first, second, id } = await twoPersons();
    expect(await refuseSignature(second, { id, version: 1, note: "Sai số nữ" }, { now })).toMatchObject({
      code: "sign_not_asked",
    });
    good(await askSignature(first, { id, version: 1, content: content() }, { now }));
    expect(await refuseSignature(first, { id, version: 2, note: "Tự trả" }, { now })).toMatchObject({
      code: "same_person",
    });
    good(await refuseSignature(second, { id, version: 2, note: "Sai số nữ ngành Hàn" }, { now }));
    expect(await owedReport(first, id)).toMatchObject({
      toSign: null,
      signing: { note: { text: "Sai số nữ ngành Hàn" }, colleagues: 1 },
    });
    const mail = await db().mail.findFirstOrThrow({ where: { template: "signRefused", toAddress: first.email } });
    expect(mail.text).toContain("Sai số nữ ngành Hàn");
    good(await askSignature(first, { id, version: 3, content: content() }, { now }));
    expect(await owedReport(first, id)).toMatchObject({ signing: { note: null } });
  });

  test("answers that are not complete are not asked to be signed; alone, one is told what to do", async () => {
    const { first, id } = await twoPersons();
    const wrong = content({
      graduates: [{ programme: "KHÔNG CÓ", month: 6, year: 2027, count: 1 }],
      contactName: null,
    });
    const refused = await askSignature(first, { id, version: 1, content: wrong }, { now });
    expect(refused).toMatchObject({ ok: false, fields: [{ path: ["content", "contactName"], code: "required" }] });
    expect(
      await askSignature(first, { id, version: 1, content: { ...wrong, contactName: "A" } }, { now }),
    ).toMatchObject({ fields: [{ path: ["content", "graduates", 0, "programme"], code: "programmeUnknown" }] });
    const lonely = await twoPersons({ alone: true });
    expect(await askSignature(lonely.first, { id: lonely.id, version: 1, content: content() }, { now })).toMatchObject({
      code: "no_colleague",
    });
    expect(await owedReport(lonely.first, lonely.id)).toMatchObject({ signing: { colleagues: 0 } });
  });

  test("the database holds it too", async () => {
    const { first, id, call } = await twoPersons();
    await expect(
      db().reportSubmission.create({
        data: {
          ...{ assignmentId: id, no: 1, formVersionId: call.formVersionId, content: {}, submittedAt: now },
          ...{ preparedById: first.userId, submittedById: first.userId },
        },
      }),
    ).rejects.toThrow(/two_persons/);
  });

  test("another school's report does not exist", async () => {
    const { id } = await twoPersons();
    const stranger = await createMember((await createSchool()).id);
    expect(await askSignature(stranger, { id, version: 1, content: content() }, { now })).toMatchObject({
      code: "not_found",
    });
    expect(await refuseSignature(stranger, { id, version: 1, note: "Không phải" }, { now })).toMatchObject({
      code: "not_found",
    });
  });
});

test("what is unlike last year is explained before it is handed in, and read beside it", async () => {
  const { first, second, id } = await twoPersons({ before: true });
  const { programmes, graduates } = content() as { programmes: object[]; graduates: { programme: string }[] };
  const [, ...rest] = programmes;
  const gone = content({
    programmes: rest,
    graduates: graduates.filter(({ programme }) => programme !== "6520227"),
    internships: [],
  });
  const refused = await askSignature(first, { id, version: 1, content: gone }, { now });
  expect(refused).toMatchObject({
    code: "invalid_input",
    fields: [{ path: ["explanations", "programmeGone_6520227"], code: "explanationMissing" }],
  });
  const explanations = { programmeGone_6520227: "Dừng tuyển sinh từ năm 2025" };
  good(await askSignature(first, { id, version: 1, content: gone, explanations }, { now }));
  good(await submitReport(second, { id, version: 2 }, { now }));
  expect((await owedReport(first, id))?.submissions[0]?.findings).toMatchObject([
    { code: "programmeGone", explanation: "Dừng tuyển sinh từ năm 2025" },
  ]);
  // Returned: what was explained need not be typed again.
  good(await returnReport(officer, { id, version: 3, note: "Thiếu tháng tốt nghiệp" }, { now }));
  expect(await owedReport(first, id)).toMatchObject({ explanations });
  await expect(
    db().$executeRaw`update "ReportSubmission" set findings = null where "assignmentId" = ${id}`,
  ).rejects.toThrow(/is not changed/);
});

describe("a call that was closed in mid-form", () => {
  const closing = new Date("2027-04-16T09:00:00+07:00");
  const after = new Date("2027-04-20T09:00:00+07:00");
  const close = (obligationId: number) =>
    db().dataCall.update({ where: { obligationId }, data: { state: "CLOSED", closedAt: closing } });

  test("keeps what is typed and refuses to be asked and signed; more time opens it again", async () => {
    const { first, second, id, call } = await twoPersons();
    good(await askSignature(first, { id, version: 1, content: content() }, { now }));
    await close(call.obligationId);
    expect(await submitReport(second, { id, version: 2 }, { now: after })).toMatchObject({
      code: "call_closed",
      params: { day: "2027-04-16" },
    });
    good(await saveReport(first, { id, version: 2, content: content({ presentState: "gõ tiếp" }) }, { now: after }));
    expect((await owedReport(first, id))?.draft).toMatchObject({ presentState: "gõ tiếp" });
    expect(await askSignature(first, { id, version: 3, content: content() }, { now: after })).toMatchObject({
      code: "call_closed",
    });
    const { id: extension } = await db().dueExtension.create({
      data: { assignmentId: id, untilOn: new Date("2027-04-29"), reason: "Đổi phần mềm" },
    });
    good(await decideExtension(officer, { id: extension, grant: true }, { now: after }));
    const { version } = await db().reportAssignment.findUniqueOrThrow({ where: { id } });
    good(await askSignature(first, { id, version, content: content() }, { now: after }));
    expect(
      await submitReport(second, { id, version: version + 1 }, { now: new Date("2027-05-04T09:00:00+07:00") }),
    ).toMatchObject({ code: "call_closed" });
    good(await submitReport(second, { id, version: version + 1 }, { now: after }));
  });

  test("what the Authority returns after the closing can be corrected; what it had returned before cannot", async () => {
    const { first, second, id, call } = await twoPersons();
    good(await askSignature(first, { id, version: 1, content: content() }, { now }));
    good(await submitReport(second, { id, version: 2 }, { now }));
    await close(call.obligationId);
    good(await returnReport(officer, { id, version: 3, note: "Thiếu tháng" }, { now: after }));
    good(await askSignature(first, { id, version: 4, content: content() }, { now: after }));

    const early = await twoPersons();
    good(await askSignature(early.first, { id: early.id, version: 1, content: content() }, { now }));
    good(await submitReport(early.second, { id: early.id, version: 2 }, { now }));
    good(await returnReport(officer, { id: early.id, version: 3, note: "Thiếu tháng" }, { now }));
    await close(early.call.obligationId);
    expect(
      await askSignature(early.first, { id: early.id, version: 4, content: content() }, { now: after }),
    ).toMatchObject({ code: "call_closed" });
  });
});
