import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { duplicatesOf } from "@/lib/vacancies/duplicate-queries";
import { emptyVacancy } from "@/lib/vacancies/schema";
import { createEnterprise, createOccupation, createPark, createVacancy } from "../factories/vacancies";

const now = new Date("2026-11-22T03:00:00Z");
let parkId: number;
let own: number;
let other: number;
let occupationId: number;
let otherOccupation: number;

const asked = (titleVi: string, more: { id?: number; enterpriseId?: number; occupationId?: number | null } = {}) => ({
  id: more.id ?? 0,
  enterpriseId: more.enterpriseId ?? own,
  content: {
    ...emptyVacancy(parkId),
    titleVi,
    occupationId: more.occupationId === undefined ? occupationId : more.occupationId,
  },
});

const listing = (titleVi: string, more: object = {}, status: "SUBMITTED" | "DRAFT" | "RETURNED" = "SUBMITTED") =>
  createVacancy({ enterpriseId: own, parkId, status }, { titleVi, occupationId, deadline: "2026-12-31", ...more });

/** Waiting listings of a title each, in this order. */
const wait = (enterpriseId: number, titles: string[]) => db().$executeRaw`
  insert into "Vacancy" ("enterpriseId", status, "titleVi", slug, "verifyCode", "occupationId", "parkId", headcount, unskilled,
    "createdAt", "updatedAt")
  select ${enterpriseId}, 'SUBMITTED', title, 'x', gen_random_uuid()::text, ${occupationId}, ${parkId}, 1, 1, ${now}, ${now}
  from unnest(${titles}::text[]) with ordinality as a(title, at) order by at`;

beforeAll(async () => {
  parkId = (await createPark()).id;
  own = (await createEnterprise(parkId)).id;
  other = (await createEnterprise(parkId)).id;
  occupationId = (await createOccupation("Thợ hàn thử")).id;
  otherOccupation = (await createOccupation("Thợ may thử")).id;
});

describe("like listings", () => {
  it("are those of the same enterprise and occupation that are open or wait, newest first, three at most, never itself", async () => {
    const made: { id: number }[] = [];
    for (let no = 1; no <= 5; no++) made.push(await listing(`Thợ hàn khung xe ${no}`));
    await listing("Thợ hàn khung xe nháp", {}, "DRAFT");
    await listing("Thợ hàn khung xe trả lại", {}, "RETURNED");
    await listing("Thợ hàn khung xe khác nghề", { occupationId: otherOccupation });
    await createVacancy(
      { enterpriseId: other, parkId, status: "SUBMITTED" },
      { titleVi: "Thợ hàn khung xe nhà khác", occupationId, deadline: "2026-12-31" },
    );
    const last = made.at(-1)?.id ?? 0;
    const found = await duplicatesOf(db(), [
      asked("THỢ HÀN KHUNG XE"),
      asked("Thợ hàn khung xe 5", { id: last }),
      asked("Kế toán trưởng"),
      asked("Thợ hàn khung xe", { occupationId: null }),
      asked(""),
      asked("Thợ hàn khung xe", { enterpriseId: other }),
      asked("Thợ hàn khung xe", { occupationId: otherOccupation }),
    ]);
    expect(found.map((like) => like.map(({ titleVi }) => titleVi))).toEqual([
      ["Thợ hàn khung xe 5", "Thợ hàn khung xe 4", "Thợ hàn khung xe 3"],
      ["Thợ hàn khung xe 4", "Thợ hàn khung xe 3", "Thợ hàn khung xe 2"],
      [],
      [],
      [],
      ["Thợ hàn khung xe nhà khác"],
      ["Thợ hàn khung xe khác nghề"],
    ]);
  });

  it("are as like as PostgreSQL's similarity says, whatever the titles", async () => {
    const words = [
      "Công nhân",
      "thợ",
      "hàn",
      "may",
      "lắp ráp",
      "điện tử",
      "KCN",
      "3G",
      "電子",
      "+",
      "ca đêm",
      "한국어",
      "kỹ sư",
    ];
    const title = fc
      .array(fc.oneof(fc.constantFrom(...words), fc.string({ unit: "grapheme", maxLength: 6 })), {
        minLength: 1,
        maxLength: 5,
      })
      .map((parts) => parts.join(" ").replaceAll("\0", "").trim() || "x");
    let alike = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(title, { minLength: 4, maxLength: 8 }), async (titles) => {
        const { id: enterpriseId } = await createEnterprise(parkId);
        await wait(enterpriseId, titles.slice(2));
        const questions = titles.slice(0, 4);
        const found = await duplicatesOf(
          db(),
          questions.map((one) => asked(one, { enterpriseId })),
        );
        for (const [at, question] of questions.entries()) {
          const expected = await db().$queryRaw<{ id: number; titleVi: string }[]>`
            select id, "titleVi" from "Vacancy" where "enterpriseId" = ${enterpriseId}
              and similarity(vi_norm("titleVi"), vi_norm(${question})) >= 0.5 order by id desc limit 3`;
          expect(found[at]).toEqual(expected);
          alike += expected.length;
        }
      }),
      { numRuns: 25 },
    );
    expect(alike).toBeGreaterThan(0);
  });

  it("are read through an index that ends with the newest", async () => {
    const titles = Array.from({ length: 5_000 }, (_, at) => `Công nhân đóng gói ${at + 1}`);
    await wait(own, titles);
    for (let round = 0; round < 4; round++) await wait(other, titles);
    await db().$executeRaw`analyze "Vacancy"`;
    const plan = await db().$queryRaw<{ "QUERY PLAN": string }[]>`
      explain select id from "Vacancy" where "enterpriseId" = ${own} and "occupationId" = ${occupationId}
        and status in ('SUBMITTED', 'APPROVED', 'PUBLISHED') order by id desc limit 200`;
    expect(plan.map((row) => row["QUERY PLAN"]).join("\n")).toContain("Vacancy_duplicates");
    const [like] = await duplicatesOf(db(), [asked("Công nhân đóng gói")]);
    expect(like?.map(({ titleVi }) => titleVi)).toEqual([
      "Công nhân đóng gói 5000",
      "Công nhân đóng gói 4999",
      "Công nhân đóng gói 4998",
    ]);
  });
});
