import { streamXlsxRows } from "hucre/xlsx";
import { beforeAll, describe, expect, it } from "vitest";
import * as administration from "@/app/api/exports/lists/_lists/administration";
import type { ListExport } from "@/app/api/exports/lists/_lists/list";
import * as vacancies from "@/app/api/exports/lists/_lists/vacancies";
import { dayToDate } from "@/lib/core/day";
import { db } from "@/lib/db/client";
import { messages } from "@/lib/i18n/messages";
import { type Actor, nobody, type Person } from "@/lib/identity/actor";
import { exportedList } from "@/lib/web/list-export";
import { createBatch, createRecruiter, createVacancyRow } from "../factories/desk";
import { createEnterprise, createPark, sampleContent, staffActor } from "../factories/vacancies";

const now = new Date("2026-11-22T03:00:00Z");

async function exported(list: ListExport, actor: Actor, params: Record<string, string> = {}) {
  expect(list.may(actor)).toBe(true);
  const words = messages.vi;
  const response = exportedList({
    name: "thu",
    columns: list.columns.map((column) => ({ label: words.exports.column[column] })),
    rows: list.rows({ actor, params, locale: "vi", words, now }),
  });
  const rows: unknown[][] = [];
  for await (const { values } of streamXlsxRows(new Uint8Array(await response.arrayBuffer()))) rows.push(values);
  expect(rows[0]).toEqual(list.columns.map((column) => words.exports.column[column]));
  return rows.slice(1);
}

let enterprise: { id: number; nameVi: string };
let recruiter: Person;

beforeAll(async () => {
  const park = await createPark();
  enterprise = await createEnterprise(park.id, { nameVi: "=Công ty Công thức" });
  recruiter = await createRecruiter(enterprise);
  const other = await createEnterprise(park.id);
  const batch = await createBatch({ from: "2026-11-01", to: "2026-11-30" });
  for (let at = 0; at < 60; at++)
    await createVacancyRow({
      enterpriseId: at % 2 ? other.id : enterprise.id,
      content: sampleContent(park.id, { titleVi: `Công nhân số ${at}`, deadline: "2026-12-20" }),
      status: at < 40 ? "PUBLISHED" : "SUBMITTED",
      batchId: batch.id,
      publishedAt: new Date(now.getTime() - at * 60_000),
    });
  await db().vacancy.updateMany({ where: { status: "SUBMITTED" }, data: { submittedAt: dayToDate("2026-11-20") } });
});

describe("a list is exported whole, as it is filtered", () => {
  it("the public search: all pages, nobody asked who they are", async () => {
    const rows = await exported(vacancies.jobs, nobody);
    expect(rows).toHaveLength(40);
    expect(rows[0]?.[0]).toBe("Công nhân số 39");
    expect(rows[0]?.[10]).toMatch(/^https:\/\/vieclam\.hezaworks\.example\/viec-lam\//);
    expect(await exported(vacancies.jobs, nobody, { q: "khong co tu nay xyz" })).toHaveLength(0);
  });

  it("an enterprise's needs: its own alone", async () => {
    const rows = await exported(vacancies.needs, recruiter, { tab: "all" });
    expect(rows).toHaveLength(30);
    expect(vacancies.needs.may(nobody)).toBe(false);
  });

  it("the review queue, the register, accounts, the trail and mails", async () => {
    const [officer, admin] = [await staffActor("LABOUR_OFFICER"), await staffActor("ADMIN")];
    expect(await exported(vacancies.queue, officer)).toHaveLength(20);
    const names = (await exported(administration.enterprises, officer)).map((row) => row[1]);
    // What a spreadsheet would run is text.
    expect(names).toContain("'=Công ty Công thức");
    expect(await exported(vacancies.batches, officer)).toHaveLength(1);
    expect((await exported(administration.people, admin)).length).toBeGreaterThan(1);
    expect(await exported(administration.registrations, admin)).toEqual([]);
    await db().auditEntry.createMany({
      data: Array.from({ length: 1_234 }, (_, at) => ({
        command: "thu.xuat",
        outcome: "ok",
        actorKind: "system:test",
        detail: {},
        at: new Date(now.getTime() + (at % 7)),
      })),
    });
    expect(await exported(administration.audit, admin, { command: "thu.xuat" })).toHaveLength(1_234);
    expect(await exported(administration.mail, admin)).toEqual([]);
    expect(administration.audit.may(officer)).toBe(false);
  });

  it("the lines of a batch that is not published are nobody's yet", async () => {
    const head = await staffActor("LABOUR_HEAD");
    const { id } = await db().vacancyBatch.findFirstOrThrow();
    expect(await exported(vacancies.lines, head, { batch: String(id) })).toEqual([]);
    expect(await exported(vacancies.lines, head, { batch: "x" })).toEqual([]);
  });
});
