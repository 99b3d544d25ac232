import { addDays, type Day, dayOf, dayToDate, endOfDay } from "@/lib/core/day";
import { slugify } from "@/lib/core/text";
import { db } from "@/lib/db/client";
import type { VacancyStatus } from "@/lib/db/generated/enums";
import { chaseReports } from "@/lib/deadlines/escalation-commands";
import { type Actor, type Person, system } from "@/lib/identity/actor";
import { columnsOf } from "@/lib/vacancies/content";
import { expireVacancies, reportFilled, withdrawVacancy } from "@/lib/vacancies/listing-commands";
import { publishBatch } from "@/lib/vacancies/publication-commands";
import type { VacancyContent } from "@/lib/vacancies/schema";
import { verifyCode } from "@/lib/vacancies/verify-code";
import { seedApprovals } from "./approvals";
import { seedBudget } from "./budget";
import { morning } from "./calls";
import { seedDossiers } from "./dossiers";
import { july2024 } from "./enterprises";
import { seedEstimates } from "./estimates";
import { seedImports } from "./imports";
import { seedInternships } from "./internships";
import { seedPapers } from "./papers";
import { seedPayments } from "./payments";
import { busRoutes, positionsOf, type SamplePosition } from "./positions";
import { dice, type SeededEnterprise, seedAccounts, seedEnterprises } from "./register";
import { seedRegistrations } from "./registrations";
import { seedReports } from "./reports";
import { ownerOf, seedRosters } from "./rosters";

type Sample = { random: () => number; occupations: Map<string, number>; headId: number; officerId: number };

/** Half a million, as wages are spoken of. */
const rounded = (amount: number): number => Math.round(amount / 100_000) * 100_000;

/** A position of an enterprise as it would post it: everything filled in, sub-sums right. */
function contentFor(
  sample: Sample,
  enterprise: SeededEnterprise,
  position: SamplePosition,
  options: { headcount: number; deadline: Day; wages?: number; minimum: number },
): VacancyContent {
  const { random } = sample;
  const factor = options.wages ?? 1;
  const wageMin = Math.max(rounded(position.wage[0] * factor), options.minimum);
  const routes = busRoutes[Math.floor(random() * busRoutes.length)] ?? null;
  const large = enterprise.headcount > 500;
  const english = random() < 0.6;
  return {
    titleVi: position.titleVi,
    titleEn: english ? position.titleEn : null,
    occupationId: sample.occupations.get(position.occupation) ?? null,
    positionGroup: position.group,
    headcount: options.headcount,
    unskilled: 0,
    elementary: 0,
    intermediate: 0,
    college: 0,
    university: 0,
    postgraduate: 0,
    [position.qualification]: options.headcount,
    menQuota: null,
    womenQuota: null,
    wageBase: Math.max(rounded(wageMin * 0.75), options.minimum),
    wageMin,
    wageMax: Math.max(rounded(position.wage[1] * factor), wageMin),
    wageNegotiable: false,
    allowancesVi: large
      ? "Chuyên cần 500.000, nhà ở 300.000, đi lại 200.000 đồng/tháng"
      : "Chuyên cần 400.000 đồng/tháng",
    allowancesEn: english ? "Attendance and travel allowances" : null,
    contractType: position.contract,
    shift: position.shift,
    experienceMonths: position.months,
    meals: random() < 0.9,
    bus: large,
    busRoutes: large ? routes : null,
    dormitory: enterprise.headcount > 1_500 && random() < 0.7,
    insurance: true,
    otherBenefitsVi: enterprise.union ? "Thưởng Tết, khám sức khỏe hằng năm, quà công đoàn" : null,
    otherBenefitsEn: null,
    parkId: enterprise.parkId,
    workplace: null,
    descriptionVi: position.workVi,
    descriptionEn: english ? position.workEn : null,
    requirementsVi: position.needVi,
    requirementsEn: english ? position.needEn : null,
    contactName: "Phòng Nhân sự",
    contactPhone: `0225 3 000 ${String(enterprise.id % 1000).padStart(3, "0")}`,
    contactEmail: `nhansu-${enterprise.id}@congtymau.example`,
    openToDisabled: random() < 0.2,
    openToDemobilised: random() < 0.4,
    deadline: options.deadline,
  };
}

/** Writes a vacancy in a state before publication, with the version and the decision that led to it. */
async function writeVacancy(
  sample: Sample,
  enterpriseId: number,
  content: VacancyContent,
  more: { batchId: number | null; status: VacancyStatus; at: Date; returned?: { field: string; reason: string }[] },
): Promise<number> {
  const submitted = more.status !== "DRAFT";
  const bytes = (size: number) => Uint8Array.from({ length: size }, () => Math.floor(sample.random() * 256));
  const { id } = await db().vacancy.create({
    data: {
      ...columnsOf(content),
      enterpriseId,
      batchId: submitted ? more.batchId : null,
      status: more.status,
      submissionNo: submitted ? 1 : 0,
      slug: slugify(content.titleVi),
      verifyCode: verifyCode(bytes),
      createdAt: more.at,
      submittedAt: submitted ? more.at : null,
      approvedAt: more.status === "APPROVED" ? more.at : null,
      ...(submitted && { versions: { create: { no: 1, content, submittedAt: more.at } } }),
    },
  });
  const decision = { vacancyId: id, versionNo: 1, byUserId: sample.officerId, at: more.at };
  if (more.status === "APPROVED")
    await db().vacancyDecision.create({ data: { ...decision, outcome: "APPROVED", reasons: [] } });
  if (more.returned)
    await db().vacancyDecision.create({ data: { ...decision, outcome: "RETURNED", reasons: more.returned } });
  return id;
}

const person = (userId: number, more: Partial<Person>): Person => ({
  kind: "person",
  userId,
  sessionId: null,
  fullName: "",
  email: "",
  staffRole: null,
  organisation: null,
  ...more,
});

const actingFor = (userId: number, enterprise: SeededEnterprise): Actor =>
  person(userId, { organisation: { id: enterprise.id, kind: "ENTERPRISE", role: "OWNER", nameVi: enterprise.nameVi } });

async function publish(sample: Sample, batchId: number, now: Date): Promise<void> {
  const { version } = await db().vacancyBatch.findUniqueOrThrow({ where: { id: batchId }, select: { version: true } });
  const head = person(sample.headId, { staffRole: "LABOUR_HEAD" });
  const result = await publishBatch(head, { id: batchId, version }, { now });
  if (!result.ok) throw new Error(`the sample batch ${batchId} was not published: ${result.code}`);
}

/** What a command answers in the seed is a success, or the seed is wrong. */
async function done(result: Promise<{ ok: boolean; code?: string }>): Promise<void> {
  const answer = await result;
  if (!answer.ok) throw new Error(`the seed was refused: ${answer.code}`);
}

/** "Đợt 2 tháng 7/2024": 17 enterprises, 2,390 persons (progress report of 2024, 1.2); by now all of it has ended. */
async function seedJuly2024(sample: Sample, enterprises: SeededEnterprise[]): Promise<void> {
  const at = new Date("2024-07-10T03:00:00Z");
  const batch = await db().vacancyBatch.create({
    data: {
      year: 2024,
      no: 2,
      month: 7,
      status: "REVIEWING",
      asOf: dayToDate("2024-07-15"),
      collectFrom: dayToDate("2024-07-01"),
      collectTo: dayToDate("2024-07-12"),
      createdAt: at,
    },
  });
  for (const [index, persons] of july2024) {
    const enterprise = enterprises[index];
    if (!enterprise) throw new Error(`no sample enterprise ${index}`);
    const positions = positionsOf(enterprise.trade);
    for (const [line, headcount] of persons.entries()) {
      const position = positions[line % positions.length];
      if (!position) continue;
      const deadline = addDays("2024-08-05", Math.floor(sample.random() * 25));
      const content = contentFor(sample, enterprise, position, {
        headcount,
        deadline,
        wages: 0.88,
        minimum: 4_960_000,
      });
      await writeVacancy(sample, enterprise.id, content, { batchId: batch.id, status: "APPROVED", at });
    }
  }
  await publish(sample, batch.id, new Date("2024-07-15T02:00:00Z"));
  await seedPapers(person(sample.headId, { staffRole: "LABOUR_HEAD" }), batch.id);
  await endSome(sample, batch.id, enterprises, new Date("2024-08-01T02:00:00Z"));
  await done(expireVacancies(system("seed"), {}, { now: new Date("2024-09-30T02:00:00Z") }));
}

/** Of a batch's listings the third is filled, the seventh withdrawn, some half filled. */
async function endSome(sample: Sample, batchId: number, enterprises: SeededEnterprise[], now: Date): Promise<void> {
  const rows = await db().vacancy.findMany({
    where: { batchId, status: "PUBLISHED" },
    orderBy: { id: "asc" },
    select: { id: true, version: true, headcount: true, enterpriseId: true },
  });
  for (const [at, row] of rows.entries()) {
    const enterprise = enterprises.find((one) => one.id === row.enterpriseId);
    if (!enterprise) continue;
    const actor = actingFor(sample.officerId, enterprise);
    const seen = { id: row.id, version: row.version };
    if (at === 6)
      await done(
        withdrawVacancy(actor, { ...seen, reason: "Doanh nghiệp hoãn mở thêm chuyền sản xuất này." }, { now }),
      );
    else if (at % 8 === 2) await done(reportFilled(actor, { ...seen, filledCount: row.headcount }, { now }));
    else if (at % 5 === 1 && row.headcount > 3)
      await done(reportFilled(actor, { ...seen, filledCount: Math.floor(row.headcount / 3) }, { now }));
  }
}

/** The batch that is open to job seekers now: published twelve days ago, deadlines ahead. */
async function seedPresent(
  sample: Sample,
  enterprises: SeededEnterprise[],
  today: Day,
): Promise<{ year: number; no: number }> {
  const published = addDays(today, -12);
  const [year, month] = [Number(published.slice(0, 4)), Number(published.slice(5, 7))];
  const at = endOfDay(addDays(today, -16));
  const batch = await db().vacancyBatch.create({
    data: {
      year,
      no: month,
      month,
      status: "REVIEWING",
      asOf: dayToDate(published),
      collectFrom: dayToDate(addDays(today, -26)),
      collectTo: dayToDate(addDays(today, -14)),
      createdAt: at,
    },
  });
  const hiring = enterprises.filter((one) => one.lifecycle === "OPERATING" && one.verified).slice(0, 31);
  for (const [index, enterprise] of hiring.entries()) {
    for (const [line, position] of positionsOf(enterprise.trade).entries()) {
      if (line > 0 && sample.random() < 0.35) continue;
      const share = line === 0 ? 0.03 + sample.random() * 0.07 : 0.003 + sample.random() * 0.006;
      const headcount = Math.max(1, Math.min(600, Math.round(enterprise.headcount * share)));
      const deadline = addDays(today, index % 11 === 3 ? 2 : 12 + Math.floor(sample.random() * 50));
      const content = contentFor(sample, enterprise, position, { headcount, deadline, minimum: 5_310_000 });
      await writeVacancy(sample, enterprise.id, content, { batchId: batch.id, status: "APPROVED", at });
    }
  }
  await publish(sample, batch.id, new Date(endOfDay(published).getTime() - 14 * 3_600_000));
  await endSome(sample, batch.id, enterprises, endOfDay(addDays(today, -4)));
  return { year, no: month };
}

/** The batch that collects now, with needs in every state and with something for the reviewer to find. */
async function seedCollecting(
  sample: Sample,
  enterprises: SeededEnterprise[],
  today: Day,
  last: { year: number; no: number },
): Promise<void> {
  const named = addDays(today, 10);
  const year = Number(named.slice(0, 4));
  const batch = await db().vacancyBatch.create({
    data: {
      year,
      no: year === last.year ? last.no + 1 : 1,
      month: Number(named.slice(5, 7)),
      asOf: dayToDate(named),
      collectFrom: dayToDate(addDays(today, -4)),
      collectTo: dayToDate(addDays(today, 8)),
    },
  });
  const deadline = addDays(today, 40);
  const at = endOfDay(addDays(today, -2));
  const write = async (
    index: number,
    line: number,
    headcount: number,
    status: VacancyStatus,
    change: Partial<VacancyContent> = {},
    returned?: { field: string; reason: string }[],
  ) => {
    const enterprise = enterprises[index];
    const position = enterprise && positionsOf(enterprise.trade)[line];
    if (!position) throw new Error(`no sample position ${index}/${line}`);
    const content = {
      ...contentFor(sample, enterprise, position, { headcount, deadline, minimum: 5_310_000 }),
      ...change,
    };
    await writeVacancy(sample, enterprise.id, content, {
      batchId: batch.id,
      status,
      at,
      ...(returned && { returned }),
    });
  };
  const title = (titleVi: string) => ({ titleVi, titleEn: null });

  await write(0, 0, 320, "SUBMITTED", title("Công nhân lắp ráp cụm camera"));
  await write(0, 1, 12, "APPROVED", title("Kỹ thuật viên kiểm tra bo mạch"));
  await write(0, 2, 4, "RETURNED", {}, [
    { field: "wageMin", reason: "Ghi rõ tổng thu nhập thấp nhất gồm những khoản nào." },
    { field: "descriptionVi", reason: "Nêu nơi làm việc là xưởng nào trong khu." },
  ]);
  await write(0, 0, 60, "DRAFT", { ...title("Công nhân đóng gói thành phẩm"), unskilled: 48, deadline: null });
  await write(0, 1, 2, "DRAFT", { ...title("Nhân viên bảo trì"), descriptionVi: "" });
  await write(1, 0, 90, "SUBMITTED");
  await write(2, 0, 410, "SUBMITTED", { wageMin: 6_000_000, wageBase: 5_100_000 });
  await write(2, 1, 20, "SUBMITTED", { requirementsVi: "Chỉ tuyển nữ từ 18 đến 30 tuổi, chưa kết hôn, cẩn thận." });
  await write(3, 0, 40, "SUBMITTED", { menQuota: 30, womenQuota: 10 });
  await write(4, 0, 24, "SUBMITTED", title("Lái xe nâng ca đêm"));
  await write(5, 1, 15, "APPROVED", title("Thợ phay CNC"));
  await write(6, 0, 40, "SUBMITTED");
  await write(7, 1, 8, "APPROVED", title("Kỹ thuật viên bảo trì tủ điện"));
  await write(8, 0, 250, "SUBMITTED", title("Công nhân sản xuất màn hình"));
  await write(9, 0, 1_200, "SUBMITTED", title("Công nhân lắp ráp thiết bị điện"));
  await write(10, 2, 6, "RETURNED", {}, [{ field: "titleVi", reason: "Tên vị trí cần nêu rõ công đoạn." }]);
  await write(13, 0, 20, "SUBMITTED", {
    descriptionVi: "Đứng máy cắt, xén giấy. Người lao động đặt cọc 500.000 đồng tiền đồng phục khi nhận việc.",
  });
  await write(14, 0, 180, "APPROVED", title("Công nhân lắp ráp máy in"));
  await write(15, 0, 35, "SUBMITTED");
  await write(20, 0, 70, "APPROVED", title("Công nhân lắp ráp dàn lạnh"));
  await write(37, 0, 30, "SUBMITTED", title("Công nhân may"));
}

/** Writes all sample data into an empty, migrated database that has its reference data. Deterministic but for `now`. */
export async function seedSample(now: Date): Promise<void> {
  const enterprises = await seedEnterprises(db(), now);
  const accounts = await seedAccounts(db(), enterprises);
  const officer = person(accounts.officerId, { staffRole: "LABOUR_OFFICER" });
  await seedRegistrations(db(), enterprises, officer, now);
  const occupations = await db().occupation.findMany({ select: { id: true, code: true } });
  const sample: Sample = {
    random: dice(20240715),
    occupations: new Map(occupations.map((row) => [row.code, row.id])),
    ...accounts,
  };
  await seedJuly2024(sample, enterprises);
  const today = dayOf(now);
  await db().$transaction((tx) => seedReports(tx, accounts.officerId, now), { timeout: 120_000 });
  // Who is late with the data call was asked for once, a week ago.
  await done(chaseReports(officer, { q: "đèn kéo quân" }, { now: morning(addDays(today, -7)) }));
  await seedCollecting(sample, enterprises, today, await seedPresent(sample, enterprises, today));
  await seedRosters(now);
  await seedInternships(now);
  await seedBudget(now);
  await seedDossiers(now);
  await seedApprovals();
  await seedPayments(now);
  await seedEstimates(now);
  const [first] = enterprises;
  if (first)
    await seedImports(
      actingFor(sample.officerId, first),
      officer,
      await ownerOf("nha-truong@hezaworks.example", "SCHOOL"),
      enterprises,
      addDays(today, 30),
      now,
    );
}
