import { proposeBudget } from "@/lib/budget/proposal-commands";
import { addDays, type Day, dayOf } from "@/lib/core/day";
import { db } from "@/lib/db/client";
import type { Person } from "@/lib/identity/actor";
import { rejectAccount } from "@/lib/payments/account-commands";
import {
  answerControl,
  decideCase,
  decideControl,
  judgeControl,
  proposeControl,
} from "@/lib/payments/control-commands";
import { recordReturn } from "@/lib/payments/return-commands";
import { usualWeights } from "@/lib/payments/risk";
import { settleAnswer } from "@/lib/payments/settle-commands";
import { recordPeople } from "@/lib/subsidies/course-commands";
import { allocate, daysAgo, staffOf } from "./budget";
import { done, type Owner, ownerOf } from "./dossiers";
import { completeCourse, type Plan, seedDecision, seedReviewed, type Units } from "./granted";
import { answer, gather, giveAccount, giveAccounts, send } from "./transfers";

type Story = { units: Units; policyId: number; enterprise: Owner; school: Owner; now: Date };

const morning = (day: Day): Date => new Date(`${day}T09:00:00+07:00`);

/** A sample of control, decided on by a leader at once where `approve`; its cases by rank. */
async function control(
  { units, policyId }: Story,
  order: { year: number; organisationId: number | null; method: "RANDOM" | "RISK"; size: number; approve: boolean },
  now: Date,
) {
  const { approve, ...drawn } = order;
  const { id } = done(
    await proposeControl(
      units.supervision,
      {
        ...{ ...drawn, policyId, weights: usualWeights, answerDays: 10 },
        ...{ seed: `phuong-do-${order.year}-${order.size}`, basis: "Kế hoạch kiểm tra mẫu số 00/KH-MẪU" },
      },
      { now },
    ),
  );
  if (approve) done(await decideControl(units.leader, { id, version: 1, approve, note: "Đồng ý (mẫu)" }, { now }));
  return db().controlCase.findMany({ where: { roundId: id }, orderBy: { rank: "asc" } });
}

const seen = async (id: number) => {
  const { version } = await db().controlCase.findUniqueOrThrow({ where: { id } });
  return { id, version };
};

const answered = async (owner: Person, id: number, text: string, now: Date) =>
  done(await answerControl(owner, { ...(await seen(id)), answer: text, files: [] }, { now }));

/**
 * Last year: granted, paid in two batches since one transfer failed, one person found to have left, whose money came back;
 * of another one nobody has explained yet why. One could not be paid: a leader is asked to carry the money over.
 */
async function lastYear(story: Story, year: number): Promise<void> {
  const { units, policyId, enterprise } = story;
  const on = (day: string) => morning(`${year}-${day}`);
  await allocate(policyId, year, 200_000_000, "01", on("01-15"));
  const plan: Plan = {
    ...{ owner: enterprise, kind: "WORKER", groupCode: "a", programme: "Cơ điện tử", occupationCode: "electronics" },
    ...{ tuition: 11_400_000, people: 8, startsOn: `${year}-02-03`, endsOn: `${year}-10-31` },
    ...{ askedAt: on("03-10"), decidedAt: on("04-14") },
  };
  const { id, courseId } = await seedReviewed(plan, units);
  await seedDecision(`Danh sách trình mẫu năm ${year}`, [id], units, on("04-16"));
  await completeCourse(enterprise, courseId, `${year}-10-31`, on("11-03"));
  await giveAccounts(enterprise, id, 1, units.office, on("11-10"));
  const first = await send(
    units,
    await gather(units, policyId, "Đợt chi mẫu tháng 11", on("11-18")),
    "Tờ trình mẫu 01/TTr-MẪU",
    on("11-20"),
  );
  const answers = first.map((line, at) =>
    at === 1
      ? { ...line, result: "Không thành công", reason: "Tài khoản tạm khóa" }
      : { ...line, result: "Thành công" },
  );
  await answer(units.office, `tra-loi-mau-${year}-1.csv`, answers, on("11-24"));
  const second = await send(
    units,
    await gather(units, policyId, "Đợt chi mẫu tháng 12", on("12-02")),
    "Tờ trình mẫu 02/TTr-MẪU",
    on("12-04"),
  );
  const again = second.map((line) => ({ ...line, result: "Thành công" }));
  await answer(units.office, `tra-loi-mau-${year}-2.csv`, again, on("12-08"));

  const left = await db().courseParticipant.findMany({ where: { courseId }, orderBy: { id: "asc" }, take: 2 });
  const dropped = { what: "dropped", on: `${year}-07-01`, months: 4, reason: "Chuyển nơi ở" };
  const participantIds = left.map((one) => one.id);
  done(await recordPeople(enterprise, { courseId, participantIds, ...dropped }, { now: on("12-09") }));
  const order = { year, organisationId: null, method: "RISK", size: 2, approve: true } as const;
  const [wrong, right] = await control(story, order, on("12-10"));
  if (!wrong || !right) throw new Error("nobody was drawn");
  await answered(enterprise, wrong.id, "Người lao động đã nghỉ học giữa khóa, đơn vị báo chậm (mẫu).", on("12-15"));
  const amount = Number(wrong.paid) / 2;
  const judged = { outcome: "ERROR", amount, finding: "Học 4 tháng, đã chi cho cả khóa (mẫu)." } as const;
  done(await judgeControl(units.supervision, { ...(await seen(wrong.id)), ...judged }, { now: on("12-18") }));
  done(await decideCase(units.leader, { ...(await seen(wrong.id)), approve: true }, { now: on("12-19") }));
  const back = { amount, returnedOn: `${year}-12-24`, document: "Giấy nộp tiền mẫu số 000123" };
  done(await recordReturn(units.office, { ...(await seen(wrong.id)), ...back }, { now: on("12-24") }));
  await answered(enterprise, right.id, "Người lao động chuyển nơi ở, đơn vị đang rà soát (mẫu).", on("12-16"));
  done(
    await proposeBudget(
      units.office,
      {
        ...{
          policyId,
          year,
          kind: "CARRY_OVER",
          documentOn: `${year}-12-28`,
          note: "Một người chưa có tài khoản (mẫu)",
        },
        document: "Tờ trình mẫu 03/TTr-MẪU về chuyển nguồn (dữ liệu mẫu, không có thật)",
      },
      { now: on("12-28") },
    ),
  );
}

/**
 * This year: workers and students granted; accounts in every state; a batch whose answers were of every kind, and the next
 * one, into which the failed transfer rolled; applicants who are asked, and a sample that waits for a leader.
 */
async function thisYear(story: Story, year: number): Promise<void> {
  const { units, policyId, enterprise, school, now } = story;
  const ago = (days: number) => daysAgo(now, days);
  const course = { startsOn: addDays(dayOf(now), -290), endsOn: addDays(dayOf(now), -21) };
  const dates = { ...course, askedAt: ago(45), decidedAt: ago(30) };
  const workers: Plan = {
    ...{
      owner: enterprise,
      kind: "WORKER",
      groupCode: "a",
      programme: "Lắp ráp điện tử",
      occupationCode: "electronics",
    },
    ...{ ...dates, tuition: 9_600_000, people: 10 },
  };
  const students: Plan = {
    ...{ owner: school, kind: "STUDENT", groupCode: "b", programme: "Điện lạnh", occupationCode: "electricity" },
    ...{ ...dates, tuition: 8_800_000, people: 4 },
  };
  const [made, taught] = [await seedReviewed(workers, units), await seedReviewed(students, units)];
  await seedDecision(`Danh sách trình mẫu năm ${year}`, [made.id, taught.id], units, ago(28));
  await completeCourse(enterprise, made.courseId, course.endsOn, ago(20));
  await completeCourse(school, taught.courseId, course.endsOn, ago(20));
  const organisation = { kind: "ORGANISATION", organisationId: school.organisation.id } as const;
  await giveAccount(school, organisation, "TRUONG CAO DANG MAU", ago(19));
  const [doubted] = await giveAccounts(enterprise, made.id, 3, units.office, ago(19));
  await giveAccounts(school, taught.id, 1, units.office, ago(19));
  const why = { id: doubted ?? 0, reason: "Tên chủ tài khoản khác giấy xác nhận của ngân hàng (mẫu)" };
  done(await rejectAccount(units.office, why, { now: ago(18) }));

  const lines = await send(
    units,
    await gather(units, policyId, "Đợt chi mẫu: công nhân và học sinh", ago(12)),
    "Tờ trình mẫu 04/TTr-MẪU",
    ago(10),
  );
  const paid = lines.map((line) => ({ ...line, result: "Thành công" }));
  const [, twice, failed, amount, payee, unclear] = paid;
  if (!twice || !failed || !amount || !payee || !unclear) throw new Error("the sample's batch has too few transfers");
  Object.assign(failed, { result: "Không thành công", reason: "Tài khoản đã đóng" });
  amount.amount -= 100_000;
  payee.holderName = "Hoa Không Tên Mẫu";
  unclear.result = "Đang chờ";
  const stray = { ref: "HZ0000000-00000", amount: 1_000_000, result: "Thành công" };
  const more = [{ ...twice, reason: "Ghi có lần hai" }, stray];
  await answer(units.office, `tra-loi-mau-${year}.csv`, [...paid, ...more], ago(6));
  const { id } = await db().payerLine.findFirstOrThrow({ where: { outcome: "NO_MATCH" } });
  const note = "Không phải lệnh của Ban, đã báo lại kho bạc (mẫu)";
  done(await settleAnswer(units.office, { id, resolution: "IGNORED", note }, { now: ago(5) }));
  await gather(units, policyId, "Đợt chi mẫu tiếp theo", ago(2));

  const of = { year, method: "RANDOM", size: 1, approve: true } as const;
  const asked = await control(story, { ...of, organisationId: enterprise.organisation.id, size: 2 }, ago(1));
  await control(story, { ...of, organisationId: school.organisation.id }, ago(1));
  const told = asked[0];
  if (told) await answered(enterprise, told.id, "Đơn vị gửi bảng chấm công của khóa học (mẫu).", now);
  await control(story, { year, organisationId: null, method: "RISK", size: 1, approve: false }, now);
}

/** The money of training support, last year's and this year's, as the commands make it. All people are invented. */
export async function seedPayments(now: Date): Promise<void> {
  const [officer, head, leader, office, supervision] = [
    await staffOf("LABOUR_OFFICER"),
    await staffOf("LABOUR_HEAD"),
    await staffOf("LEADER"),
    await staffOf("OFFICE"),
    await staffOf("SUPERVISION"),
  ];
  const enterprise = await ownerOf("doanh-nghiep@hezaworks.example", "ENTERPRISE");
  const school = await ownerOf("nha-truong@hezaworks.example", "SCHOOL");
  const { id: policyId } = await db().supportPolicy.findFirstOrThrow({ orderBy: { id: "asc" } });
  const story = { units: { officer, head, leader, office, supervision }, policyId, enterprise, school, now };
  const year = Number(dayOf(now).slice(0, 4));
  await lastYear(story, year - 1);
  await thisYear(story, year);
}
