import { beforeAll, describe, expect, test } from "vitest";
import { addDays, dayOf } from "@/lib/core/day";
import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { type Person, system } from "@/lib/identity/actor";
import { columnsOf } from "@/lib/vacancies/content";
import { tellDecided } from "@/lib/vacancies/decision-mail-commands";
import {
  approveVacancy,
  assignVacancies,
  decideMany,
  releaseVacancies,
  removeFilter,
  returnVacancy,
  saveFilter,
  withdrawListing,
} from "@/lib/vacancies/review-commands";
import { queueCounts, queueStatement, reviewQueue, savedFilters } from "@/lib/vacancies/review-queries";
import { queueQuery } from "@/lib/vacancies/review-schema";
import type { VacancyContent } from "@/lib/vacancies/schema";
import {
  createBatchRow,
  createEnterprise,
  createMinimumWage,
  createOccupation,
  createPark,
  createVacancy,
  sampleContent,
  staffActor,
} from "../factories/vacancies";

let officer: Person;
let colleague: Person;
let head: Person;
let parkId: number;
let enterpriseId: number;
let batchId: number;
const today = dayOf(new Date());

beforeAll(async () => {
  officer = await staffActor("LABOUR_OFFICER");
  colleague = await staffActor("LABOUR_OFFICER");
  head = await staffActor("LABOUR_HEAD");
  await createMinimumWage();
  parkId = (await createPark("Khu công nghiệp Tràng Duệ")).id;
  enterpriseId = (await createEnterprise(parkId, { nameVi: "Công ty TNHH Điện tử Sao Mai", member: true })).id;
  batchId = (await createBatchRow({ collectFrom: today, collectTo: "2099-12-31" })).id;
});

const waiting = (more: Partial<VacancyContent> = {}) => createVacancy({ enterpriseId, parkId, batchId }, more);
const low = { wageBase: 5_100_000, wageMin: 5_100_000 };
const suspicious = { requirementsVi: "Đặt cọc 500.000 đồng khi nhận việc." };
const stateOf = async (id: number) => (await db().vacancy.findUniqueOrThrow({ where: { id } })).status;

describe("one decision", () => {
  test("approve: state, decision, holder, mail once", async () => {
    const vacancy = await waiting();
    expect(await approveVacancy(officer, { id: vacancy.id, version: 1 })).toMatchObject({ ok: true });
    expect(await db().vacancy.findUnique({ where: { id: vacancy.id } })).toMatchObject({
      status: "APPROVED",
      version: 2,
      assignedToId: officer.userId,
      batchId,
    });
    const decision = await db().vacancyDecision.findFirstOrThrow({ where: { vacancyId: vacancy.id } });
    expect(decision).toMatchObject({ outcome: "APPROVED", versionNo: 1 });
    const told = { decisionIds: [decision.id] };
    expect(await tellDecided(system("worker"), told)).toMatchObject({ value: { written: 1 } });
    expect(await tellDecided(system("worker"), told)).toMatchObject({ value: { written: 0 } });
  });

  test("a wage below the floor is blocked, whoever tries, and the law is named", async () => {
    const vacancy = await waiting(low);
    for (const actor of [officer, head])
      expect(await approveVacancy(actor, { id: vacancy.id, version: 1 })).toMatchObject({
        code: "blocked",
        fields: [{ path: ["wageBase"], code: "belowMinimumWage", params: { offered: 5_100_000, minimum: 5_310_000 } }],
      });
    expect(await stateOf(vacancy.id)).toBe("SUBMITTED");
  });

  test("return: reasons at fields reach the enterprise in its words", async () => {
    const vacancy = await waiting(low);
    const reasons = [{ field: "wageBase", reason: "Nâng lên ít nhất bằng lương tối thiểu vùng I." }];
    expect(await returnVacancy(officer, { id: vacancy.id, version: 1, reasons: [] })).toMatchObject({
      code: "invalid_input",
    });
    expect(await returnVacancy(officer, { id: vacancy.id, version: 1, reasons })).toMatchObject({ ok: true });
    const decision = await db().vacancyDecision.findFirstOrThrow({ where: { vacancyId: vacancy.id } });
    expect(decision).toMatchObject({ outcome: "RETURNED", reasons });
    await tellDecided(system("worker"), { decisionIds: [decision.id] });
    const mail = await db().mail.findFirstOrThrow({ where: { dedupeKey: { startsWith: `decision:${decision.id}:` } } });
    expect(mail.text).toContain("- Lương cơ bản: Nâng lên ít nhất bằng lương tối thiểu vùng I.");
  });

  test("two officers at once: one decides, the other is told", async () => {
    const vacancy = await waiting();
    const seen = { id: vacancy.id, version: 1 };
    const reasons = [{ field: "general", reason: "Xin xem lại mô tả." }];
    const results = await Promise.all([
      approveVacancy(officer, seen),
      returnVacancy(colleague, { ...seen, reasons }),
      decideMany(head, { outcome: "approve", items: [seen] }),
    ]);
    expect(await db().vacancyDecision.count({ where: { vacancyId: vacancy.id } })).toBe(1);
    const done = results.filter(
      (result) => result.ok && !("outcomes" in result.value && !result.value.outcomes[0]?.ok),
    );
    expect(done).toHaveLength(1);
  });

  test("what a colleague holds is theirs; the head may step in", async () => {
    const vacancy = await waiting();
    const items = [{ id: vacancy.id, holderId: null }];
    expect(await assignVacancies(colleague, { items, toUserId: colleague.userId })).toMatchObject({ ok: true });
    expect(await approveVacancy(officer, { id: vacancy.id, version: 1 })).toMatchObject({
      code: "held_by_other",
      params: { name: colleague.fullName },
    });
    expect(await approveVacancy(head, { id: vacancy.id, version: 1 })).toMatchObject({ ok: true });
  });

  test("a need of a published batch goes out with the next one", async () => {
    const old = await createBatchRow({ collectFrom: "2001-01-01", status: "REVIEWING" });
    const vacancy = await createVacancy({ enterpriseId, parkId, batchId: old.id });
    await db().vacancyBatch.update({ where: { id: old.id }, data: { status: "PUBLISHED", publishedAt: new Date() } });
    expect(await approveVacancy(officer, { id: vacancy.id, version: 1 })).toMatchObject({ ok: true });
    expect((await db().vacancy.findUniqueOrThrow({ where: { id: vacancy.id } })).batchId).toBe(batchId);
  });

  test("a listing is withdrawn with a note that stays", async () => {
    const vacancy = await createVacancy({ enterpriseId, parkId, batchId, status: "PUBLISHED" });
    const note = "Có người mạo danh doanh nghiệp để thu tiền.";
    expect(await withdrawListing(officer, { id: vacancy.id, version: 1, note: "" })).toMatchObject({ ok: false });
    expect(await withdrawListing(officer, { id: vacancy.id, version: 1, note })).toMatchObject({ ok: true });
    expect(await db().vacancy.findUnique({ where: { id: vacancy.id } })).toMatchObject({
      status: "WITHDRAWN",
      withdrawalNote: note,
    });
  });
});

test("many: each is judged for itself, and the outcome says so", async () => {
  const [good, bad, odd, stale, gone] = [
    await waiting(),
    await waiting(low),
    await waiting(suspicious),
    await waiting(),
    await waiting(),
  ];
  await db().vacancy.update({ where: { id: stale.id }, data: { version: 2 } });
  await db().vacancy.update({ where: { id: gone.id }, data: { status: "DRAFT" } });
  const items = [good, bad, odd, stale, gone].map(({ id }) => ({ id, version: 1 }));
  const result = await decideMany(officer, { outcome: "approve", items: [...items, { id: 999_999, version: 1 }] });
  expect(result).toMatchObject({
    value: {
      outcomes: [
        { id: good.id, ok: true },
        { id: bad.id, ok: false, code: "blocked", finding: { code: "belowMinimumWage" } },
        { id: odd.id, ok: false, code: "needs_look", finding: { code: "feeWording" } },
        { id: stale.id, ok: false, code: "changed_meanwhile" },
        { id: gone.id, ok: false, code: "not_allowed_now" },
        { id: 999_999, ok: false, code: "not_found" },
      ],
    },
  });
  expect(await stateOf(good.id)).toBe("APPROVED");
  for (const { id } of [bad, odd, stale]) expect(await stateOf(id)).toBe("SUBMITTED");
});

test("hands: take, a late take, hand over, let go", async () => {
  const vacancy = await waiting();
  const idOf = (person: Person) => person.userId;
  const take = (actor: Person) =>
    assignVacancies(actor, { items: [{ id: vacancy.id, holderId: null }], toUserId: idOf(actor) });
  const both = await Promise.all([take(officer), take(colleague)]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  const holderId = (await db().vacancy.findUniqueOrThrow({ where: { id: vacancy.id } })).assignedToId ?? 0;
  const held = [{ id: vacancy.id, holderId }];
  const outsider = await staffActor("OFFICE");
  expect(await assignVacancies(officer, { items: held, toUserId: idOf(outsider) })).toMatchObject({
    code: "not_found",
  });
  expect(await assignVacancies(officer, { items: held, toUserId: idOf(head) })).toMatchObject({ ok: true });
  expect(await releaseVacancies(head, { items: [{ id: vacancy.id, holderId: idOf(head) }] })).toMatchObject({
    ok: true,
  });
  expect(await db().vacancy.findUnique({ where: { id: vacancy.id } })).toMatchObject({
    assignedToId: null,
    assignedAt: null,
    version: 1,
  });
});

describe("the queue", () => {
  test("filters, orders, pages and shows what changed since the last submission", async () => {
    const park = await createPark("Khu công nghiệp Nomura");
    const own = await createEnterprise(park.id, { nameVi: "Công ty TNHH Nhựa Biển Xanh" });
    const of = { enterpriseId: own.id, parkId: park.id, batchId };
    const deadline = addDays(today, 30);
    const occupation = await createOccupation();
    const first = await createVacancy(of, {
      titleVi: "Kỹ sư quá trình",
      headcount: 6,
      occupationId: occupation.id,
      deadline,
    });
    await createVacancy(of, {
      titleVi: "Kỹ sư quá trình ép",
      headcount: 3,
      occupationId: occupation.id,
      deadline,
      ...low,
    });
    const changed = sampleContent(park.id, {
      titleVi: "Nhân viên kho vận",
      headcount: 24,
      wageMax: 11_000_000,
      deadline,
    });
    const moved = await createVacancy(of, { ...changed, headcount: 20, unskilled: 20, wageMax: 10_000_000 });
    await db().vacancyVersion.create({ data: { vacancyId: moved.id, no: 2, content: changed } });
    await db().vacancy.update({ where: { id: moved.id }, data: { ...columnsOf(changed), submissionNo: 2 } });

    const ask = (more: Record<string, string>) =>
      reviewQueue(queueQuery.parse({ park: String(park.id), ...more }), head.userId, today);
    const all = await ask({ sort: "headcount", dir: "desc" });
    expect(all.total).toBe(3);
    expect(all.items.map(({ content }) => content.headcount)).toEqual([24, 6, 3]);
    expect(all.items[0]).toMatchObject({ headcountBefore: 20, changedFields: 3, submissionNo: 2 });
    expect(all.items[1]?.findings.map(({ code }) => code)).toEqual(["duplicate"]);
    expect((await ask({ q: "KY SU qua trinh" })).total).toBe(2);
    expect((await ask({ q: "bien xanh kho" })).items.map(({ id }) => id)).toEqual([moved.id]);
    expect((await ask({ finding: "block" })).items).toHaveLength(1);
    expect((await ask({ finding: "none" })).items.map(({ id }) => id)).toEqual([moved.id]);
    expect((await ask({ holder: "none", page: "2" })).items).toEqual([]);
    expect((await ask({ q: "100%_'; drop table" })).total).toBe(0);
    expect(first.id).toBeGreaterThan(0);
    expect((await queueCounts(1)).waiting).toBeGreaterThanOrEqual(3);
  });

  test("500 rows with findings take a fixed number of queries; the plan reads an index", async () => {
    const template = await waiting({ titleVi: "Công nhân may" });
    await db().$executeRaw`
      insert into "Vacancy" ("enterpriseId", "batchId", status, "titleVi", slug, "verifyCode", headcount, unskilled, "parkId",
        deadline, "updatedAt", "submittedAt", "publishedAt")
      select "enterpriseId", "batchId", (case when n <= 500 then 'SUBMITTED' else 'EXPIRED' end)::"VacancyStatus", "titleVi" || ' ' || n, slug, 'q' || n, 3, 3,
        "parkId", deadline, now(), now() - n * interval '1 minute', now()
      from "Vacancy", generate_series(1, 6000) n where id = ${template.id}`;
    await db().$executeRaw`analyze "Vacancy"`;
    const query = queueQuery.parse({ size: "500" });
    const page = await reviewQueue(query, 1, today);
    expect(page.items).toHaveLength(500);
    for (const more of [{}, { tab: "mine" }, { tab: "returned" }, { tab: "approved", batch: String(batchId) }]) {
      const statement = queueStatement(queueQuery.parse(more), head.userId, 50, 0);
      const plan = await db().$queryRaw<Record<string, string>[]>(Prisma.sql`explain ${statement}`);
      const text = plan.map((row) => Object.values(row)[0]).join("\n");
      expect(text).toMatch(/Index (Only )?Scan|Bitmap/);
      expect(text).not.toMatch(/Seq Scan on "Vacancy"/);
    }
  });
});

test("saved filters are a person's own", async () => {
  const filter = { list: "review", name: "May, chờ lâu", query: "?q=may" };
  expect(await saveFilter(officer, filter)).toMatchObject({ ok: true });
  const again = await saveFilter(officer, { ...filter, query: "?q=may&sort=wage" });
  expect(again).toMatchObject({ ok: true });
  const userId = officer.userId;
  const mine = await savedFilters(userId, "review");
  expect(mine).toMatchObject([{ name: "May, chờ lâu", query: "?q=may&sort=wage" }]);
  expect(await removeFilter(colleague, { id: mine[0]?.id })).toMatchObject({ code: "not_found" });
  expect(await removeFilter(officer, { id: mine[0]?.id })).toMatchObject({ ok: true });
});
