import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import type { Person } from "@/lib/identity/actor";
import { system } from "@/lib/identity/actor";
import { applyImport, discardImport, nameEnterprise, setMapping, startImport } from "@/lib/imports/import-commands";
import { findingLots, shownOf } from "@/lib/imports/import-queries";
import { landImport } from "@/lib/imports/landing-commands";
import type { Layout } from "@/lib/imports/layout";
import { readImport } from "@/lib/jobs/import-reading";
import { checkDigit } from "@/lib/organisations/taxCode";
import { createBatch, createMinimumWages, createRecruiter } from "../factories/desk";
import { createEnterprise, createOccupation, createPark, staffActor } from "../factories/vacancies";
import { toText, toXlsx, type Value } from "../tables/encode";

const now = new Date("2026-11-22T03:00:00Z");
let park: { id: number; nameVi: string };
let enterprise: { id: number; nameVi: string };
let recruiter: Person;
let officer: Person;

beforeAll(async () => {
  park = await createPark("Khu công nghiệp Hoa Phượng Thử");
  await createMinimumWages();
  await createOccupation("Lắp ráp điện tử thử");
  enterprise = await createEnterprise(park.id, { nameVi: "Công ty TNHH Điện tử Sao Mai Thử" });
  recruiter = await createRecruiter(enterprise);
  officer = await staffActor("LABOUR_OFFICER");
  await createBatch({ from: "2026-11-01", to: "2026-11-30" });
});

const head = [
  "Vị trí",
  "Số lượng",
  "LĐPT",
  "Mức lương",
  "Lương cơ bản",
  "Loại hợp đồng",
  "Ca",
  "Mô tả công việc",
  "Yêu cầu",
  "Điện thoại",
  "Hạn nộp",
  "Mã nghề",
];

async function complete(title: string, more: Partial<Record<number, Value>> = {}): Promise<Value[]> {
  const { code } = await db().occupation.findFirstOrThrow();
  const row: Value[] = [
    title,
    10,
    10,
    "8-10 triệu",
    "6.000.000",
    "Xác định thời hạn",
    "2 ca",
    "Lắp ráp linh kiện điện tử trên chuyền.",
    "Đủ 18 tuổi",
    "0225 000 0009",
    "20/12/2026",
    code,
  ];
  for (const [at, value] of Object.entries(more)) row[Number(at)] = value ?? null;
  return row;
}

const csv = (rows: Value[][]) => Buffer.from(toText(rows, ";"));

async function start(actor: Person, kind: string, bytes: Buffer, name = "bang.csv") {
  const result = await startImport(actor, { kind, name, bytes: new Uint8Array(bytes) }, { now });
  if (!result.ok) throw new Error(result.code);
  return result.value.id;
}

const importOf = (id: number) => db().tableImport.findUniqueOrThrow({ where: { id } });
const rowsOf = (importId: number) => db().tableImportRow.findMany({ where: { importId }, orderBy: { row: "asc" } });

/** Takes what is proposed, as a person does who finds it right. */
async function confirm(actor: Person, id: number) {
  const { version, layout } = await importOf(id);
  const fields = Object.fromEntries((layout as Layout).columns.map(({ column, field }) => [column, field]));
  const result = await setMapping(actor, { id, version, fields }, { now });
  expect(result).toMatchObject({ ok: true });
  const { run } = await importOf(id);
  expect(await readImport(id, run, () => now)).toBe("checked");
}

async function tried(actor: Person, kind: string, bytes: Buffer) {
  const id = await start(actor, kind, bytes);
  const outcome = await readImport(id, 0, () => now);
  if (outcome === "read") await confirm(actor, id);
  return id;
}

async function apply(actor: Person, id: number, more: object = {}) {
  const { version } = await importOf(id);
  return applyImport(actor, { id, version, policy: "accepted", handIn: true, again: false, ...more }, { now });
}

const land = (importId: number) => landImport(system("worker"), { importId }, { now });

describe("a table of one enterprise", () => {
  it("is proposed, tried, taken over: complete rows handed in, others drafts, wrong ones left with their reasons", async () => {
    const id = await tried(
      recruiter,
      "NEEDS",
      csv([
        ["DANH SÁCH NHU CẦU TUYỂN DỤNG"],
        head,
        await complete("Công nhân lắp ráp A"),
        await complete("Công nhân lắp ráp B", { 4: null }),
        await complete("Công nhân lắp ráp C", { 3: "4 triệu", 4: "4.000.000" }),
        await complete("Công nhân lắp ráp D", { 3: "500 USD" }),
        await complete("Công nhân lắp ráp E", { 10: "1/11/2026" }),
        ["Tổng cộng", 50],
      ]),
    );
    const rows = await rowsOf(id);
    expect(rows.map(({ row, state, complete: whole }) => [row, state, whole])).toEqual([
      [3, "ACCEPTED", true],
      [4, "ACCEPTED", false],
      [5, "REFUSED", false],
      [6, "REFUSED", false],
      [7, "REFUSED", false],
    ]);
    const errors = rows.flatMap(({ findings }) =>
      (findings as { severity: string; code: string; address: string }[])
        .filter(({ severity }) => severity === "error")
        .map(({ address, code }) => `${address} ${code}`),
    );
    expect(errors).toEqual(["E5 belowMinimumWage", "D6 wageCurrency", "K7 deadlinePast"]);
    const at = { part: "trial", show: "all", page: 1 } as const;
    expect((await shownOf(recruiter, id, at)).rows?.total).toBe(5);
    // Also to one who knows the number, another's rows are not there.
    for (const other of [await createRecruiter(await createEnterprise(park.id)), officer]) {
      expect((await shownOf(other, id, at)).rows?.total).toBe(0);
      expect((await findingLots(other, id).next()).done).toBe(true);
    }
    expect(await importOf(id)).toMatchObject({
      state: "CHECKED",
      rowsRead: 5,
      accepted: 2,
      refused: 3,
      complete: 1,
      passed: [{ row: 8, kind: "total" }],
    });

    expect(await apply(recruiter, id, { policy: "all" })).toMatchObject({
      ok: false,
      code: "rows_refused",
      params: { rows: 3 },
    });
    expect(await apply(recruiter, id)).toMatchObject({ ok: true });
    expect(await land(id)).toMatchObject({ ok: true, value: { applied: 2, submitted: 1 } });
    // A second worker, or the same one after it died: nothing is made twice.
    expect(await land(id)).toMatchObject({ ok: true, value: { applied: 2, submitted: 1 } });
    const made = await db().vacancy.findMany({
      where: { enterpriseId: enterprise.id },
      orderBy: { id: "asc" },
      include: { versions: true },
    });
    expect(
      made.map(({ titleVi, status, submissionNo, versions }) => [titleVi, status, submissionNo, versions.length]),
    ).toEqual([
      ["Công nhân lắp ráp A", "SUBMITTED", 1, 1],
      ["Công nhân lắp ráp B", "DRAFT", 0, 0],
    ]);
    expect(made[0]).toMatchObject({
      headcount: 10,
      wageMin: 8_000_000,
      wageMax: 10_000_000,
      wageBase: 6_000_000,
      createdById: recruiter.userId,
    });
    expect((await rowsOf(id)).map(({ state, subjectId }) => [state, subjectId])).toEqual([
      ["APPLIED", made[0]?.id],
      ["APPLIED", made[1]?.id],
      ["REFUSED", null],
      ["REFUSED", null],
      ["REFUSED", null],
    ]);
  });

  it("knows headers again, and the same file", async () => {
    const bytes = csv([head, await complete("Công nhân lắp ráp F")]);
    const first = await start(recruiter, "NEEDS", bytes);
    // The headers are those of the table before: nothing is asked.
    expect(await readImport(first, 0, () => now)).toBe("checked");
    await apply(recruiter, first);
    await land(first);
    const second = await tried(recruiter, "NEEDS", bytes);
    expect(await apply(recruiter, second)).toMatchObject({ ok: false, code: "same_file", params: { id: first } });
    expect(await apply(recruiter, second, { again: true })).toMatchObject({ ok: true });
  });

  it("goes on where a dead worker stopped, and never writes a row twice", async () => {
    const rows = await Promise.all(Array.from({ length: 700 }, (_, at) => complete(`Công nhân dây chuyền ${at}`)));
    const id = await start(recruiter, "NEEDS", csv([head, ...rows]));
    expect(await readImport(id, 0, () => now)).toBe("checked");
    await db().$executeRaw`delete from "TableImportRow" where "importId" = ${id} and row > 400`;
    await db().$executeRaw`update "TableImport" set state = 'CHECKING' where id = ${id}`;
    expect(await readImport(id, 0, () => now)).toBe("checked");
    expect(await importOf(id)).toMatchObject({ rowsRead: 700, accepted: 700, complete: 700 });
    expect(await db().tableImportRow.count({ where: { importId: id } })).toBe(700);
  });

  it("put aside, leaves neither rows nor bytes", async () => {
    const id = await tried(recruiter, "NEEDS", csv([head, await complete("Công nhân Z"), ["Tổng cộng", 99]]));
    // A sum that is not that of the rows is told: something was misread, or is wrong in the table.
    expect(await importOf(id)).toMatchObject({
      passed: [{ row: 3, kind: "total", sums: [{ field: "headcount", said: 99, read: 10 }] }],
    });
    const { version, fileId } = await importOf(id);
    expect(await discardImport(recruiter, { id, version }, { now })).toMatchObject({ ok: true });
    expect(await rowsOf(id)).toEqual([]);
    expect(await db().importFile.count({ where: { id: fileId ?? 0 } })).toBe(0);
  });

  it("is refused with a reason when it is none", async () => {
    const refused = async (bytes: Buffer) =>
      startImport(recruiter, { kind: "NEEDS", name: "x.xlsx", bytes: new Uint8Array(bytes) }, { now });
    expect(await refused(Buffer.from("<html><table>"))).toMatchObject({
      ok: false,
      code: "table_unreadable",
      params: { reason: "html" },
    });
    expect(await refused(Buffer.alloc(30_000_000))).toMatchObject({ ok: false, params: { reason: "too_large" } });
    expect(await db().auditEntry.count({ where: { command: "imports.start", outcome: "table_unreadable" } })).toBe(2);
  });

  it("that cannot be stored for want of room is refused, and leaves nothing", async () => {
    // What PostgreSQL says when its disk is full, said by PostgreSQL at the place where the bytes are written.
    await db().$executeRawUnsafe(`create function no_room() returns trigger language plpgsql as $$
      begin raise exception 'could not extend file: No space left on device' using errcode = '53100'; end $$`);
    await db().$executeRawUnsafe(`create trigger no_room before insert on "ImportFile" execute function no_room()`);
    const before = await db().tableImport.count();
    try {
      const result = await startImport(
        recruiter,
        { kind: "NEEDS", name: "x.csv", bytes: new Uint8Array(csv([head])) },
        { now },
      );
      expect(result).toMatchObject({ ok: false, code: "storage_full" });
      expect(await db().tableImport.count()).toBe(before);
    } finally {
      await db().$executeRawUnsafe(`drop trigger no_room on "ImportFile"`);
    }
    await start(recruiter, "NEEDS", csv([head]));
  });
});

describe("an annex of many enterprises", () => {
  it("finds enterprises by code and name, asks where it doubts, and lands at each", async () => {
    const other = await createEnterprise(park.id, { nameVi: "Công ty Cổ phần Cơ khí Sông Cấm Thử" });
    await createEnterprise(park.id, { nameVi: "Công ty TNHH May Đồ Sơn Một Thử" });
    await createEnterprise(park.id, { nameVi: "Công ty TNHH May Đồ Sơn Hai Thử" });
    const { taxCode } = await db().enterprise.findUniqueOrThrow({ where: { id: enterprise.id } });
    const digit = checkDigit(taxCode.slice(0, 9));
    await db().enterprise.update({
      where: { id: enterprise.id },
      data: { taxCode: taxCode.slice(0, 9) + (digit ?? 0) },
    });
    const known = await db().enterprise.findUniqueOrThrow({ where: { id: enterprise.id } });
    const table = await toXlsx([
      {
        name: "Phụ lục",
        rows: [
          ["PHỤ LỤC NHU CẦU TUYỂN DỤNG"],
          ["STT", "Tên doanh nghiệp", "MST", "Vị trí tuyển dụng", "Số lượng", "Mức lương"],
          [1, "Cty TNHH Điện tử Sao Mai Thử", digit === null ? null : known.taxCode, "Công nhân 1", 20, "8 triệu"],
          [null, null, null, "Công nhân 2", 5, "9 triệu"],
          [2, "CTY CP CƠ KHÍ SÔNG CẤM THỬ", null, "Thợ tiện", 3, "10-12 triệu"],
          [3, "Công ty May Đồ Sơn Thử", null, "Thợ may", 40, "7 triệu"],
          [4, "Công ty TNHH Không Ai Biết Xyz", null, "Bảo vệ", 1, "7 triệu"],
        ],
        merges: ["A1:F1", "A3:A4", "B3:B4", "C3:C4"],
      },
    ]);
    const id = await tried(officer, "ANNEX", table);
    const rows = await rowsOf(id);
    expect(rows.map(({ state, enterpriseId }) => [state, enterpriseId])).toEqual([
      ["ACCEPTED", enterprise.id],
      ["ACCEPTED", enterprise.id],
      ["ACCEPTED", other.id],
      ["ASKED", null],
      ["REFUSED", null],
    ]);
    const asked = ((rows[3]?.findings ?? []) as { code: string; params: { name: string; candidates: string } }[]).find(
      ({ code }) => code === "enterpriseAsked",
    );
    const candidates = JSON.parse(asked?.params.candidates ?? "[]") as { id: number; nameVi: string }[];
    expect(candidates.map(({ nameVi }) => nameVi)).toEqual(
      expect.arrayContaining(["Công ty TNHH May Đồ Sơn Một Thử", "Công ty TNHH May Đồ Sơn Hai Thử"]),
    );
    const { version } = await importOf(id);
    const chosen = candidates[0]?.id ?? 0;
    expect(
      await nameEnterprise(officer, { id, version, name: asked?.params.name, enterpriseId: chosen }, { now }),
    ).toMatchObject({ ok: true });
    expect(await readImport(id, (await importOf(id)).run, () => now)).toBe("checked");
    expect(await importOf(id)).toMatchObject({ accepted: 4, asked: 0, refused: 1 });
    await apply(officer, id, { handIn: false });
    expect(await land(id)).toMatchObject({ ok: true, value: { applied: 4, submitted: 0 } });
    const made = await db().vacancy.findMany({ where: { createdById: officer.userId }, orderBy: { id: "asc" } });
    expect(made.map(({ enterpriseId, titleVi }) => [enterpriseId, titleVi])).toEqual([
      [enterprise.id, "Công nhân 1"],
      [enterprise.id, "Công nhân 2"],
      [other.id, "Thợ tiện"],
      [chosen, "Thợ may"],
    ]);
  });
});

describe("the register", () => {
  const code = (nine: string) => `${nine}${checkDigit(nine)}`;
  const entry = (name: string, taxCode: string) => [
    name,
    taxCode,
    "Hàn Quốc",
    "KCN Hoa Phượng Thử",
    "120",
    `GCN ${taxCode}`,
    "5/3/2019",
  ];
  const header = ["Tên doanh nghiệp", "MST", "Quốc tịch", "KCN", "Số lao động", "Số GCNĐT", "Ngày cấp"];

  it("takes in entries; a code that is there, or twice in the table, is told; all or nothing holds to the end", async () => {
    const admin = await staffActor("ADMIN");
    const [a, b] = [code("020000001"), code("020000003")];
    const table = csv([
      header,
      entry("Công ty TNHH Mẫu Một", a),
      entry("Công ty TNHH Mẫu Hai", b),
      entry("Công ty TNHH Mẫu Hai bis", b),
    ]);
    const id = await tried(admin, "REGISTER", table);
    expect(await importOf(id)).toMatchObject({ accepted: 2, refused: 1 });
    expect((await rowsOf(id))[2]?.findings).toEqual([
      expect.objectContaining({ code: "twiceInTable", address: "B4", params: { row: 3 } }),
    ]);
    await apply(admin, id);
    expect(await land(id)).toMatchObject({ ok: true, value: { applied: 2 } });
    const made = await db().enterprise.findMany({
      where: { taxCode: { in: [a, b] } },
      include: { lifecycleEvents: true },
    });
    expect(
      made.map(({ parkId, headcount, lifecycle, lifecycleEvents }) => [
        parkId,
        headcount,
        lifecycle,
        lifecycleEvents.length,
      ]),
    ).toEqual([
      [park.id, 120, "INVESTING", 1],
      [park.id, 120, "INVESTING", 1],
    ]);

    // Between trial and taking over somebody else enters one of them.
    const c = code("020000005");
    const later = await tried(
      admin,
      "REGISTER",
      csv([header, entry("Công ty TNHH Mẫu Ba", c), entry("Công ty TNHH Mẫu Bốn", code("020000006"))]),
    );
    const racing = await tried(admin, "REGISTER", csv([header, entry("Công ty TNHH Mẫu Ba", c)]));
    await apply(admin, later, { policy: "all" });
    await apply(admin, racing);
    await land(racing);
    expect(await land(later)).toMatchObject({ ok: false, code: "taken_meanwhile" });
    expect(await db().enterprise.count({ where: { nameVi: "Công ty TNHH Mẫu Bốn" } })).toBe(0);
  });
});
